// Each message is asked whether it is a form of a web page, and a library names the streams of the web without using them.
// Neither ever is here, and for either Node would load all it needs to fetch from the network, before the first question of a
// start: so there is a form and a stream that nobody makes. They are put there as one puts any value: to define the property
// Node would load what it replaces.
Object.assign(globalThis, { FormData: class NoForm {}, TransformStream: class NoStream {} })
