import { inRoot } from '../support/root.ts'

/** Where `npm run package -- --test` leaves its folder; its name says what it is to whoever finds it. */
export const unfitFolder = inRoot('dist/palier-test-unfit-for-users')
