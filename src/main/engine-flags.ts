/**
 * Most of a start is spent making objects that die young: collected less often, it is a tenth shorter. Code that was compiled
 * ahead is only taken under the same flags.
 */
export const engineFlags = '--min-semi-space-size=16'
