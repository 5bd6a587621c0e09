import '../shared/without-eval.ts'

// What the data process would do at each start for nothing. Imported by its entry, before any other code of ours is read.

// Each message is asked whether it is a form of a web page, and a library names the streams of the web without using them.
// For either Node would load all it needs to fetch from the network: so there is a form and a stream that nobody makes. They
// are put there as one puts any value: to define the property Node would load what it replaces.
Object.assign(globalThis, { FormData: class NoForm {}, TransformStream: class NoStream {} })
