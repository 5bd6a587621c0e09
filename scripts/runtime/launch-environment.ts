import type { Runtime } from './find.ts'

/** The variable that hands the data process the addon of an older runtime; a packaged app does not read it. */
export function bindingEnvironment(runtime: Runtime): NodeJS.ProcessEnv {
  return runtime.nativeBinding === undefined ? {} : { PALIER_NATIVE_BINDING: runtime.nativeBinding }
}
