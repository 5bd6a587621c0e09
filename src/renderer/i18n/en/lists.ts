export const lists = {
  views: 'Views',
  viewRemoved: 'View “{{name}}” removed',
  takeAll: 'Take all {{total}}',
  nothing: 'No row meets these conditions',
  nothingBody: 'Remove a filter or search for something else: nothing has been deleted.',
  clearFilter: 'Remove the filters',
  export: 'Export',
  trash: 'Move to the trash',
  toTrash: 'To the trash',
  keepAll: 'Delete nothing',
  edit: 'Edit',
  draftKept: 'Draft kept at {{time}}',
} as const
