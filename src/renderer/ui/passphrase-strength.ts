import type { ZxcvbnFactory } from '@zxcvbn-ts/core'

/** How long a passphrase would stand: `weak` is refused, the others are said. */
export interface Strength {
  readonly level: 'weak' | 'good' | 'strong'
  readonly acceptable: boolean
}

const levels = ['weak', 'weak', 'weak', 'good', 'strong'] as const
const shortest = 10

/** Measures by what an attacker would try, words of French included; null for nothing typed. */
export async function strengthOf(passphrase: string, easyWords: readonly string[]): Promise<Strength | null> {
  if (passphrase === '') return null
  const estimator = await (loading ??= loadEstimator())
  const { score } = estimator.check(passphrase.slice(0, 100), [...easyWords])
  const level = levels[score]
  return {
    level: passphrase.length < shortest ? 'weak' : level,
    acceptable: score >= 3 && passphrase.length >= shortest,
  }
}

let loading: Promise<ZxcvbnFactory> | undefined

/** The dictionaries weigh more than the window: they are read when a passphrase is chosen, and only then. */
async function loadEstimator(): Promise<ZxcvbnFactory> {
  const [core, common, french] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-fr'),
  ])
  return new core.ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...french.dictionary },
    graphs: common.adjacencyGraphs,
  })
}
