// Each message is asked whether it is a form of a web page. None ever is here, and to answer it Node would load all it
// needs to fetch from the network, before the first question of a start: so there is a form that nobody makes. It is put
// there as one puts any value: to define the property Node would load what it replaces.
Object.assign(globalThis, { FormData: class NoForm {} })
