/** One sentence for each code: what happened, that nothing was lost, what to do. */
export const errors = {
  invalid: 'Une valeur n’est pas acceptée. Rien n’a été enregistré : corrigez-la et recommencez.',
  rollAhead:
    'Cet atelier a lieu le {{day}} : l’appel s’ouvre ce jour-là. Rien n’a été noté : d’ici là, seule une absence annoncée peut l’être.',
  rollCalledAhead:
    'L’appel de cet atelier est déjà fait : il ne peut pas passer au {{day}}, qui est à venir. Rien n’a été enregistré : gardez une date passée, ou créez un autre atelier.',
  tooManyMinutes: 'C’est plus que ne dure cette demi-journée. Rien n’a été enregistré : vérifiez les minutes.',
  answeredSince: 'Une réponse est déjà notée le {{day}} : celle-ci ne peut pas être d’avant. Rien n’a été enregistré.',
  notFound: 'Cette fiche n’existe plus : elle a été supprimée. La corbeille la garde peut-être.',
  alreadyExists: 'Cela existe déjà. Rien n’a été enregistré une seconde fois.',
  illegalMove: 'Cette fiche a changé d’étape entre-temps. Rien n’a été enregistré : relisez-la avant de continuer.',
  agreementMissing: 'L’accord de la personne n’est pas noté. Rien n’est parti : notez l’accord, puis recommencez.',
  nothingToUndo: 'Il n’y a plus rien à annuler.',
  noMember: 'Personne n’est au clavier. Rien n’a été enregistré : choisissez qui vous êtes, puis recommencez.',
  inUse: 'D’autres fiches s’appuient sur celle-ci. Rien n’a été supprimé : détachez-les d’abord.',
  selectionChanged: 'La liste a changé depuis votre sélection. Rien n’a été modifié : vérifiez-la, puis recommencez.',
  previewChanged:
    'La base a changé depuis l’aperçu, et l’effet de certaines lignes avec elle. Rien n’a été écrit : relisez les nouveaux nombres, puis appliquez.',
  monthSettled:
    '{{month}}, {{name}} : ces heures sont validées. Rien n’a été enregistré : passez par une correction, avec son motif, depuis le relevé.',
  monthSettledShares:
    '{{month}}, {{name}} : ces heures sont validées avec les actions financées qui les comptent. Rien n’a été enregistré : seule la part que personne ne paie peut encore être attribuée.',
  openStatement: 'Ouvrir le relevé',
  sensitiveNumber:
    'Le texte contient un numéro de sécurité sociale ou des coordonnées bancaires. Rien n’a été enregistré : retirez-le.',
  cancelled: 'Arrêté à votre demande. Rien n’a été écrit.',
  locked: 'L’espace est verrouillé. Rien n’est perdu : déverrouillez-le pour continuer.',
  wrongPassphrase: 'Ce n’est pas la bonne phrase de passe. Rien n’a changé : vérifiez-la et recommencez.',
  wrongRecoveryKey: 'Cette clé de secours n’ouvre pas cet espace. Rien n’a changé : vérifiez chaque groupe.',
  tooManyAttempts: 'Plusieurs essais n’ont pas abouti. Attendez un peu avant le prochain ; rien n’est effacé.',
  wrongKey:
    'Le fichier de l’espace ne répond pas à sa clé. Rien n’a été modifié : rouvrez-le, ou rétablissez une sauvegarde.',
  spaceDamaged: 'Le fichier de l’espace est abîmé. Rien n’a été effacé ni modifié : rétablissez une sauvegarde.',
  spaceFromFuture:
    'Cet espace vient d’une version plus récente de Palier. Rien n’a été modifié : installez cette version pour l’ouvrir.',
  spaceLocked: 'Cet espace est déjà ouvert ailleurs ({{host}}). Fermez-le là-bas, puis recommencez.',
  spaceBusy: 'Le fichier de l’espace est tenu par un autre programme. Rien n’est perdu : recommencez dans un instant.',
  notASpace:
    'Ce dossier n’est pas un espace Palier. Rien n’a été modifié : choisissez le dossier qui contient « space.json ».',
  folderNotEmpty: 'Ce dossier contient déjà quelque chose. Rien n’y a été écrit : choisissez-en un vide.',
  networkFolder:
    'Ce dossier est sur le réseau, où un espace s’abîme. Rien n’y a été écrit : choisissez un dossier de cet ordinateur.',
  syncFolder:
    'Ce dossier est synchronisé en ligne, ce qui abîme un espace. Rien n’y a été écrit : choisissez un dossier qui ne l’est pas.',
  diskFull: 'Le disque est plein. Ce qui était enregistré est intact : libérez de la place, puis recommencez.',
  readOnly: 'Ce dossier ne peut pas être écrit. Rien n’a été modifié : vérifiez vos droits, ou choisissez-en un autre.',
  backupDamaged: 'Cette sauvegarde est abîmée. Votre espace n’a pas changé : choisissez-en une autre.',
  fileTooLarge: 'Ce fichier est trop gros. Rien n’a été importé : coupez-le en plusieurs.',
  fileUnreadable:
    'Ce fichier n’a pas pu être lu. Rien n’a été importé : ouvrez-le dans votre tableur et enregistrez-le de nouveau.',
  fileProtected:
    'Ce fichier est protégé par un mot de passe. Rien n’a été importé : enregistrez-en une copie sans protection.',
  fileFormatUnknown: 'Ce format de fichier n’est pas reconnu. Rien n’a été importé : enregistrez-le en XLSX ou en CSV.',
  fileEmpty: 'Ce fichier ne contient aucune ligne. Rien n’a été importé.',
  readerStopped:
    'La lecture de ce fichier a été arrêtée, elle n’avançait plus. Rien n’a été importé : coupez-le en plusieurs.',
  dataProcessStopped:
    'La partie de Palier qui tient les données s’est arrêtée et redémarre. Ce qui était enregistré est intact : recommencez.',
  keychainUnavailable:
    'Le trousseau de cet ordinateur ne répond pas. Rien n’a changé : ouvrez avec la phrase de passe.',
  unexpected: 'Quelque chose d’imprévu a empêché cette action. Ce qui était enregistré est intact : recommencez.',
} as const
