/** Fields that several forms share: who someone is, where they live. */
export const forms = {
  firstName: 'Prénom',
  lastName: 'Nom',
  phone: 'Téléphone',
  email: 'Courriel',
  birthYear: 'Né(e) en',
  address: 'Adresse',
  postcode: 'Code postal',
  commune: 'Commune',
  whichCommune: 'Quelle commune ?',
  severalCommunes: 'Ce code postal couvre plusieurs communes :',
  cedex: 'Un CEDEX n’est à aucune commune. Celles de ce nom :',
  qpv: 'Quartier prioritaire (QPV)',
  qpvHow: 'Établi par',
  qpvCode: 'Code du QPV',
  qpvWhich: 'Lequel',
  qpvsOfCommune_one: 'Un QPV connu dans cette commune, liste {{edition}}. Cela ne dit pas que la personne y vit.',
  qpvsOfCommune_other:
    '{{count, number}} QPV connus dans cette commune, liste {{edition}}. Cela ne dit pas que la personne y vit.',
  qpvHint: 'La liste des quartiers est incomplète : sans preuve, laissez « À vérifier ».',
} as const
