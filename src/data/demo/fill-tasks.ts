import type { NewTask } from '../../shared/features/tasks.ts'
import { addDays, weekdayOf } from '../../shared/rules/days.ts'
import type { TaskKind } from '../../shared/rules/tasks.ts'
import type { ContactAttemptResult, InteractionKind, SpaceKind } from '../../shared/rules/values.ts'
import type { WriteContext } from '../context.ts'
import { interactions } from '../features/interactions.ts'
import { tasks } from '../features/tasks.ts'
import { type Chance, chanceFrom } from './chance.ts'
import { two } from './invent.ts'

interface Setting {
  readonly kind: SpaceKind
  /** Those who are followed. */
  readonly people: readonly string[]
}

type Colleague = NonNullable<WriteContext['member']>

/** Six months of calls and of things to do: done, late, for today, to come. */
export async function fillTasks(tx: WriteContext, { kind, people }: Setting): Promise<void> {
  const chance = chanceFrom(kind === 'association' ? 4849 : 4850)
  const team = await tx.db.selectFrom('members').select(['id', 'name']).orderBy('createdAt').execute()
  if (people.length === 0 || team.length === 0) return
  const followed = people.slice(0, kind === 'association' ? 60 : 24)
  for (const personId of followed) await addExchanges(tx, chance, personId, chance.pick(team))
  const toDo = kind === 'association' ? ofAssociation : ofLandlord
  for (const [index, days] of dueDays.entries()) {
    const member = index % 3 === 0 ? (tx.member ?? chance.pick(team)) : chance.pick(team)
    await addTask(tx, { personId: chance.pick(followed), member, days, what: chance.pick(toDo) }, chance)
  }
  await addOffice(tx, team)
  await addPartnerExchanges(tx, chance, team)
}

/** How far from today tasks are due: those of the past are done, but for a few that are late. */
const dueDays: readonly number[] = [
  -160, -148, -131, -117, -102, -95, -83, -76, -64, -52, -45, -38, -31, -24, -18, -12, -6, -3, -9, -2, -1, 0, 0, 0, 0,
  1, 1, 2, 3, 3, 4, 6, 7, 8, 10, 13, 15, 20, 27, 34,
]
const lateDays: readonly number[] = [-9, -2, -1, -24]

interface Planned {
  readonly what: readonly [title: string, kind: TaskKind]
  readonly personId: string
  readonly member: Colleague
  readonly days: number
}

async function addTask(tx: WriteContext, { personId, member, days, what }: Planned, chance: Chance): Promise<void> {
  const [title, kind] = what
  const dueOn = onAWorkingDay(addDays(tx.today(), days), days)
  const dueTime = days >= 0 && chance.happens(0.3) ? `${two(9 + chance.upTo(8))}:${chance.pick(['00', '30'])}` : null
  const { id } = await tasks.create(tx, { title, kind, dueOn, dueTime, assigneeId: member.id, personId })
  if (days < 0 && !lateDays.includes(days)) await tasks.complete(on(tx, dueOn, member), { id })
}

/** What comes back, and what is about nobody. */
async function addOffice(tx: WriteContext, team: readonly Colleague[]): Promise<void> {
  const [first, second = first] = team
  if (!first || !second) return
  const office: readonly NewTask[] = [
    {
      title: tx.space.kind === 'landlord' ? 'Relire les brouillons d’orientations' : 'Relire les orientations reçues',
      kind: 'followUp',
      dueOn: onAWorkingDay(tx.today(), 0),
      recurrence: 'weekdays',
      assigneeId: first.id,
    },
    {
      title: 'Préparer le point d’équipe',
      kind: 'meeting',
      dueOn: addDays(tx.today(), 8 - weekdayOf(tx.today())),
      dueTime: '09:30',
      recurrence: 'weekly',
      assigneeId: second.id,
    },
    { title: 'Trier les fiches à compléter', kind: 'other', assigneeId: first.id },
  ]
  for (const task of office) await tasks.create(tx, task)
}

/** A word now and then with those who refer people. */
async function addPartnerExchanges(tx: WriteContext, chance: Chance, team: readonly Colleague[]): Promise<void> {
  const partners = await tx.db
    .selectFrom('organisations')
    .select('id')
    .where('kind', '=', 'landlord')
    .where('deletedAt', 'is', null)
    .orderBy('sortKey')
    .limit(6)
    .execute()
  for (const { id: organisationId } of partners) {
    if (organisationId === tx.space.ownOrganisationId) continue
    const day = onAWorkingDay(addDays(tx.today(), -3 - chance.upTo(120)), -1)
    const [kind, note] = chance.pick(withPartners)
    await interactions.create(on(tx, day, chance.pick(team)), {
      personId: null,
      organisationId,
      kind,
      at: `${day}T${two(8 + chance.upTo(8))}:15:00.000Z`,
      minutes: kind === 'meeting' ? 60 : null,
      result: kind === 'call' ? 'reached' : null,
      note,
    })
  }
}

async function addExchanges(tx: WriteContext, chance: Chance, personId: string, member: Colleague): Promise<void> {
  for (let count = 1 + chance.upTo(3); count > 0; count -= 1) {
    const day = onAWorkingDay(addDays(tx.today(), -1 - chance.upTo(175)), -1)
    const [kind, note] = chance.pick(exchanged)
    const reached: ContactAttemptResult = chance.happens(0.75) ? 'reached' : chance.pick(['noAnswer', 'messageLeft'])
    const lasted = kind === 'meeting' ? 30 + 15 * chance.upTo(4) : 4 + chance.upTo(18)
    await interactions.create(on(tx, day, member), {
      personId,
      organisationId: null,
      kind,
      at: `${day}T${two(8 + chance.upTo(8))}:${two(5 * chance.upTo(12))}:00.000Z`,
      minutes: (kind === 'call' && reached === 'reached') || kind === 'meeting' ? lasted : null,
      result: kind === 'call' ? reached : null,
      note: kind === 'call' && reached !== 'reached' ? null : note,
    })
  }
}

/** As it was on that day, by that colleague. */
function on(tx: WriteContext, day: string, member: Colleague): WriteContext {
  return { ...tx, member, today: () => day }
}

/** Nobody works on a Sunday: the day before for what is past, the day after for what is to come. */
function onAWorkingDay(day: string, direction: number): string {
  const weekday = weekdayOf(day)
  if (weekday <= 5) return day
  return direction < 0 ? addDays(day, 5 - weekday) : addDays(day, 8 - weekday)
}

const ofLandlord: readonly (readonly [string, TaskKind])[] = [
  ['Rappeler pour présenter l’association', 'call'],
  ['Recueillir l’accord de la personne', 'paper'],
  ['Demander des nouvelles à l’association', 'followUp'],
  ['Vérifier l’adresse et la résidence', 'followUp'],
  ['Envoyer la plaquette de l’association', 'email'],
  ['Préparer le point avec le gardien', 'meeting'],
]

const ofAssociation: readonly (readonly [string, TaskKind])[] = [
  ['Rappeler pour fixer un rendez-vous', 'call'],
  ['Demander l’accord pour la photo', 'paper'],
  ['Vérifier le devis du fournisseur', 'followUp'],
  ['Envoyer la liste des pièces pour le prêt d’honneur', 'email'],
  ['Préparer le rendez-vous à la mairie', 'meeting'],
  ['Relire le plan de financement', 'followUp'],
  ['Obtenir l’attestation d’assurance', 'paper'],
  ['Écrire le compte rendu de la visite', 'writeUp'],
  ['Mettre en relation avec une couveuse', 'followUp'],
  ['Confirmer la place à l’atelier', 'call'],
  ['Renvoyer le lien d’inscription', 'email'],
  ['Faire le point sur la garde d’enfant', 'call'],
]

const withPartners: readonly (readonly [InteractionKind, string])[] = [
  ['meeting', 'Point trimestriel : onze orientations reçues, deux sans réponse à reprendre.'],
  ['call', 'Nouvelle interlocutrice pour le secteur nord, à ajouter aux contacts.'],
  ['email', 'Envoi du calendrier des prochaines réunions d’information.'],
]

const exchanged: readonly (readonly [InteractionKind, string | null])[] = [
  ['call', 'Disponible le mardi matin, préfère être appelée après 16 h.'],
  ['call', 'A reçu le devis, attend une réponse de la banque.'],
  ['call', 'Confirme sa venue à l’atelier.'],
  ['email', 'Pièces du dossier reçues, il manque le justificatif de domicile.'],
  ['email', 'Envoi du calendrier des ateliers.'],
  ['meeting', 'Point sur le projet : trois clients testés, prix à revoir.'],
  ['meeting', 'Visite du local, bail à relire avant signature.'],
  ['letter', 'Convocation envoyée par courrier.'],
  ['note', 'Cherche une place en crèche à partir de janvier.'],
]
