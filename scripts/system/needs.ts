/** Something of the machine that an Electron or a compiler asks for, and the Debian package that brings it. */
export type Need = {
  /** How its presence is seen: a library known to the loader, a program on the path, or a font at all. */
  readonly library?: string
  readonly program?: string
  readonly font?: true
  readonly debian: string
  /** Its name since Debian 13 and Ubuntu 24.04, which renamed the libraries that count time in 64 bits. */
  readonly renamed?: string
}

export const toRun: readonly Need[] = [
  { library: 'libgtk-3.so.0', debian: 'libgtk-3-0', renamed: 'libgtk-3-0t64' },
  { library: 'libnss3.so', debian: 'libnss3' },
  { library: 'libasound.so.2', debian: 'libasound2', renamed: 'libasound2t64' },
  { library: 'libgbm.so.1', debian: 'libgbm1' },
  { library: 'libXss.so.1', debian: 'libxss1' },
  { library: 'libnotify.so.4', debian: 'libnotify4' },
  { library: 'libXtst.so.6', debian: 'libxtst6' },
  { font: true, debian: 'fonts-dejavu-core' },
]

/** A display that nobody looks at, with a cookie so that nobody else does. */
export const toShowNowhere: readonly Need[] = [
  { program: 'Xvfb', debian: 'xvfb' },
  { program: 'xauth', debian: 'xauth' },
]

/** A desktop session's keyring: one journey leaves a key to it, and is skipped where it cannot be had. */
export const toKeepSecrets: readonly Need[] = [
  { program: 'dbus-daemon', debian: 'dbus' },
  { program: 'gnome-keyring-daemon', debian: 'gnome-keyring' },
  { library: 'libsecret-1.so.0', debian: 'libsecret-1-0' },
]

export const toCompile: readonly Need[] = [
  { program: 'g++', debian: 'g++' },
  { program: 'make', debian: 'make' },
  { program: 'python3', debian: 'python3' },
  { program: 'unzip', debian: 'unzip' },
]
