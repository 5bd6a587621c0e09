/**
 * What is done, in this order, when a space comes from an earlier version: a verified copy, the steps, the check; and,
 * when the search has another shape, its words anew.
 */
export const updateSteps = ['copying', 'reading', 'changing', 'checking', 'indexing'] as const
