/** 512 everyday French words, without accents so that they are typed the same on every keyboard: nine bits each. */
export const frenchWords: readonly string[] = `
abeille abricot acajou accord acier agence agneau aiguille aile aimant album algue amande amarre ancre anneau
antenne appel arbre ardoise argile armoire arrosoir artisan assiette atelier atlas auberge aurore automne averse
aviron bagage baguette balai balance balcon baleine ballon bambou banc banjo baobab barque bascule bateau baume
berceau berger beurre biberon biche bijou billet biscuit bison blason bloc bocal bois bonnet bosquet botte
bougie boulon bourgeon bouton brasier brebis brique brise broche brocoli brosse brume buffet buisson bulle
bureau buse cabas cadeau cadre cahier caillou caisse camion canard canne canyon capsule carafe caramel cardon
carnet carreau cartable carte casier casque ceinture cerceau cerf cerise chalet chameau champ chanson chapeau
charbon chardon chariot charrue chemin chemise chenal cheval chiffre chocolat chorale cigale ciment cirque
ciseau citerne citron clairon clavier clocher clou cobalt coffre colibri colline colonne compas compote comptoir
concert copeau coquille corail cormoran cornet costume coton couleur coupe courge coussin couteau crabe craie
crayon cube cuivre culture cyclone cygne daim dattier dauphin dentelle digue dinde disque domino dossier douane
douche dragon drap drapeau dune duvet encre enseigne escale escargot espace fable faisan falaise fanal fanfare
farine fenouil ferme fermoir ferry figue filet flamme fleuve flocon flotte foin foire fontaine forge formule
foulard fourmi fraise frelon fresque fronton fruit fusain fuseau galet galon galop garage gare gazon geyser
girafe glace glaise globe gnome golfe gomme gondole gourde goutte grain grange grappe gravier grenier griotte
grive grotte groupe grue guide guitare habit haie hamac hameau hamster haricot harpe hauteur havre herbe hermine
heure hibou hiver horloge houle iguane indigo insecte iris ivoire jade jambon jardin jarre jasmin javelot jeton
jonc jongleur jouet jument jungle kayak kimono kiosque kiwi labour lagune laine laitue lama lampe lanterne lapin
lavande lessive lettre lichen lierre ligne limace linge lion liseron livre losange loupe loutre lune magasin
maillot maison manchot mangue manteau marche marmite marteau masque mastic matin melon merle mesure meuble miel
mimosa miroir moisson monture morse mouette mousse mouton muguet mulet muscade musique myrtille nappe navette
navire neige nichoir noisette noix nord nougat novembre nuage oasis octave oignon olive onde opale orage orange
ordre orgue orme ortie outil ovale palais palme panier papaye papier papillon parade parasol parfum passage
pastel patate patin pavot peigne peinture pelle peluche perdrix perle phare phoque pigeon pilier pinceau
pingouin pioche pirogue pivoine placard plaine planche plateau plume poire poisson polaire pomme pompon poney
pont porche poudre poulie prairie presse prune puits pupitre quartz quille quinoa rabot racine radeau radis
rafale raisin rameau rampe recette refuge renard rideau robinet rocher romarin ronce roseau roue ruban ruche
ruelle sable saison salon sandale sapin saule saumon savane sceau seau seigle semelle sentier serre sifflet
signal sillon siphon sirop socle soie soleil sorbet souche source souris stade stylo syllabe table tableau
tabouret tambour tamis tango tapis tartine tasse taupe tente terrain thym tiroir tisane tisseur toit tomate
tonneau torrent tortue toucan toupie tour tracteur train tramway tresse tricot trombone trottoir truelle truite
tulipe tunique tuyau valise vallon vanille vapeur vase veilleur vendange vent verger verre village violon virage
voile voisin volcan volet yaourt zinc zone
`
  .trim()
  .split(/\s+/u)
