import React from 'react'
import { flushSync } from 'react-dom'

/**
 * What is done to the page is drawn before this returns. The development build of React has its own; the one that the
 * application ships has none, and the testing library takes this one when it is read.
 */
function act(work: () => unknown): PromiseLike<unknown> {
  return Promise.resolve(flushSync(work))
}

if (!('act' in React)) Object.assign(React, { act })
