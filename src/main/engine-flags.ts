// An engine reads no further than a flag it does not know: the ones most likely to go come last.

/** What ran a few hundred times at a start is not worth a better compilation yet. */
const compileLater = '--no-profile-guided-optimization --invocation-count-for-maglev=2000'

/**
 * A start makes many objects that die young, while all cores are busy. The engine would clear them away several times before
 * the first rows are there, and mark all others: with room for what a start makes (in megabytes), it does so afterwards.
 */
export const pageFlags = `--min-semi-space-size=16 --max-semi-space-size=16 --initial-heap-size=128 --no-minor-gc-task ${compileLater}`

// A process of ours takes the engine's flags from its command line; said as Node would have them, they change nothing there.

/** For the data process. Code that was compiled ahead is only taken under the same ones. */
export const dataFlags = [
  `--js-flags=--min-semi-space-size=12 --max-semi-space-size=12 --initial-heap-size=64 --no-minor-gc-task ${compileLater}`,
]

/** For a reader of foreign files, whose memory for objects is limited: beyond, the engine itself ends it. */
export const readerFlags = ['--js-flags=--max-old-space-size=320'] // MB
