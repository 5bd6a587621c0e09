import '../shared/without-eval.ts'

// What the data process would do at each start for nothing. Imported by its entry, before any other code of ours is read.

// Each message is asked whether it is a form of a web page, each answer whether it is a stream of the web, and a library names
// another one without using it. For these Node would load all it needs to fetch from the network: so there is a form, and there
// are streams, that nobody makes. They are put there as one puts any value: to define the property Node would load what it
// replaces.
Object.assign(globalThis, {
  FormData: class NoForm {},
  ReadableStream: class NoStream {},
  TransformStream: class NoOtherStream {},
})
