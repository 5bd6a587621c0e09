// Each message is asked whether it is a form of a web page. None ever is here, and to answer it Node would load all it
// needs to fetch from the network, before the first question of a start: so there is a form that nobody makes.
Object.defineProperty(globalThis, 'FormData', { value: class NoForm {}, configurable: true, writable: true })
