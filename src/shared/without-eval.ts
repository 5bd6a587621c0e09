// Zod writes code of its own for each schema, and asks as each is made whether it may. The policy of the page says no and
// reports the question; in the data process such code is compiled anew at each start, which costs more than it ever gains.
// This is where zod looks for its settings: said so, they are there before it is, and without it. Imported first.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } })
