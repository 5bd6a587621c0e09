import type { exports_ as contract } from '../../shared/features/exports.ts'
import type { Handlers } from '../context.ts'
import { exportForAssociation } from './exporting/association-file.ts'
import { exportList } from './exporting/list.ts'
import { previewForAssociation } from './exporting/handed-over.ts'
import { exportForPartner, previewForPartner } from './exporting/partner-files.ts'

const mostShown = 500

export const exports_: Handlers<typeof contract> = {
  async *list(job, request, signal) {
    return yield* exportList(job, request, signal)
  },
  async *forPartner(job, request, signal) {
    return yield* exportForPartner(job, request, signal)
  },
  async previewForPartner(context, request) {
    return previewForPartner(context, request)
  },
  async *forAssociation(job, request, signal) {
    return yield* exportForAssociation(job, request, signal)
  },
  async previewForAssociation(context, request) {
    return previewForAssociation(context, request)
  },
  async runs({ db }) {
    const rows = await db
      .selectFrom('exports')
      .leftJoin('members', 'members.id', 'exports.memberId')
      .select([
        'exports.id',
        'what',
        'rows',
        'columns',
        'recipient',
        'purpose',
        'fileName',
        'exports.createdAt as at',
        'members.name as by',
      ])
      .where('exports.deletedAt', 'is', null)
      .orderBy('exports.createdAt', 'desc')
      .orderBy('exports.id', 'desc')
      .limit(mostShown)
      .execute()
    return rows.map((row) => ({ ...row, columns: JSON.parse(row.columns) as string[] }))
  },
}
