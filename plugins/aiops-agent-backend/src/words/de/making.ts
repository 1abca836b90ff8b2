import type { Sentences } from '../say';

/** Making environments, applications, databases and caches. */
export const making: Sentences = {
  Name: 'Name',
  Size: 'Größe',
  Kind: 'Art',
  Traffic: 'Andrang',
  'What for': 'Wofür',
  'Begins with': 'Beginnt mit',
  'Who can open it': 'Wer sie öffnen kann',
  'Yes, create it': 'Ja, leg es an',
  'Just my team': 'Nur mein Team',
  'The company': 'Die Firma',
  Everyone: 'Alle',
  'Is it for development, for testing, for staging or for production?':
    'Ist sie für Entwicklung, Test, Abnahme oder Produktion?',
  "I can't set up {0} here. Which of {1} should it begin with?":
    '{0} kann ich hier nicht einrichten. Womit soll sie beginnen: {1}?',
  'An environment needs a name, a team and what it is for. Nothing was changed.':
    'Eine Umgebung braucht einen Namen, ein Team und einen Zweck. Nichts wurde geändert.',
  'with {0}, monitoring and passwords kept in the vault':
    'mit {0}, Überwachung und Passwörtern im Tresor',
  'with monitoring': 'mit Überwachung',
  '**{0}**, a {1} environment for **{2}**, {3}, reachable at `{4}`.':
    '**{0}**, eine Umgebung für {1} von **{2}**, {3}, erreichbar unter `{4}`.',
  ' You need it for {0}: it stays until you ask me to remove it.':
    ' Du brauchst sie für {0}: Sie bleibt, bis du mich bittest, sie zu entfernen.',
  "I'd make {0}{1} Fine, or change something?":
    'Ich würde anlegen: {0}{1} In Ordnung, oder soll etwas anders sein?',
  'A {0} environment for {1}': 'Eine Umgebung ({0}) für {1}',
  'I can\'t set up "{0}" as a {1} here. ':
    '„{0}“ kann ich hier nicht als {1} einrichten. ',
  '{0}Which {1} would you like: {2}?': '{0}Welche {1} soll es sein: {2}?',
  'It is not clear which {0} to make, or its environment is gone. Nothing was changed; ask again.':
    'Es ist nicht klar, welche {0} angelegt werden soll, oder ihre Umgebung ist weg. Nichts wurde geändert; frag noch einmal.',
  ' with {0} of disk': ' mit {0} Festplatte',
  '**{0}**, a {1} {2} {3}{4}, in **{5}**':
    '**{0}** ({2}-{3}, Größe: {1}){4}, in **{5}**',
  "I'd make {0}, with a password that only your team can see. Fine, or change something?":
    'Ich würde anlegen: {0}, mit einem Passwort, das nur dein Team sehen kann. In Ordnung, oder soll etwas anders sein?',
  '{0}, with a password that only the team **{1}** can see.':
    '{0}, mit einem Passwort, das nur das Team **{1}** sehen kann.',
  'I can open it to your team, to the whole company or to everyone on the internet, not to single people. Which shall it be?':
    'Ich kann es für dein Team, für die ganze Firma oder für alle im Internet öffnen, nicht für einzelne Leute. Was soll es sein?',
  'I don\'t know how to set up "{0}". ':
    'Ich weiß nicht, wie man „{0}“ einrichtet. ',
  '{0}What would you like to deploy: {1}?':
    '{0}Was möchtest du einrichten: {1}?',
  ' and its {0}': ' und ihre {0}',
  ' in **{0}**,': ' in **{0}**,',
  ', at `{0}`': ', unter `{0}`',
  "I'd call it **{0}**,{1} for **{2}**, sized for **{3} traffic**{4}. Fine, or change something?":
    'Ich würde es **{0}** nennen,{1} für **{2}**, ausgelegt auf **{3} Andrang**{4}. In Ordnung, oder soll etwas anders sein?',
  'It is not clear what to deploy, under which name and where, or its environment is gone. Nothing was changed; ask again.':
    'Es ist nicht klar, was unter welchem Namen wo eingerichtet werden soll, oder die Umgebung ist weg. Nichts wurde geändert; frag noch einmal.',
  'the team **{0}** only': 'nur das Team **{0}**',
  '{0}, called **{1}**,{2} for {3}, sized for {4} traffic{5}.':
    '{0}, genannt **{1}**,{2} für {3}, ausgelegt auf {4} Andrang{5}.',
  'The address "{0}" is in use already. Which one shall it have?':
    'Die Adresse „{0}“ ist schon vergeben. Welche soll es sein?',
  'Which container image should it run? It looks like "ghcr.io/acme/shop:1.4.0".':
    'Welches Container-Image soll laufen? Es sieht aus wie „ghcr.io/acme/shop:1.4.0“.',
  'The name "{0}" has been taken in the meantime, so nothing was changed. Ask again with another name, such as "{1}".':
    'Der Name „{0}“ ist inzwischen vergeben, darum wurde nichts geändert. Frag noch einmal mit einem anderen Namen, etwa „{1}“.',
  'The name "{0}" is taken already, so nothing was made. What shall I call it? "{1}" is free.':
    'Der Name „{0}“ ist schon vergeben, darum wurde nichts angelegt. Wie soll es heißen? „{1}“ ist frei.',
  'How long it is needed is written like "P2W" for two weeks. Nothing was changed; say it again.':
    'Wie lange es gebraucht wird, schreibt man wie „P2W“ für zwei Wochen. Nichts wurde geändert; sag es noch einmal.',
  "That can't be deployed here. What can: {0}. Nothing was changed.":
    'Das lässt sich hier nicht einrichten. Was geht: {0}. Nichts wurde geändert.',
  'The address {0} is taken. Choose another name or address, like {1}.{2}. Nothing was changed.':
    'Die Adresse {0} ist vergeben. Wähl einen anderen Namen oder eine andere Adresse, etwa {1}.{2}. Nichts wurde geändert.',
  'The name "{0}" is taken. "{1}" is free. Nothing was changed.':
    'Der Name „{0}“ ist vergeben. „{1}“ ist frei. Nichts wurde geändert.',
  'There is an environment called "{0}" already. Choose another name. Nothing was changed.':
    'Eine Umgebung namens „{0}“ gibt es schon. Wähl einen anderen Namen. Nichts wurde geändert.',
  'Open {0}': '{0} öffnen',
  'Password of {0}': 'Passwort von {0}',
  "The name of the team or environment has characters that a path can't have. Nothing was changed; ask an administrator to rename it.":
    'Der Name des Teams oder der Umgebung enthält Zeichen, die ein Pfad nicht haben kann. Nichts wurde geändert; bitte einen Admin, ihn zu ändern.',
  'An address has to end in .{0}, like {1}.{2}. Nothing was changed.':
    'Eine Adresse muss auf .{0} enden, etwa {1}.{2}. Nichts wurde geändert.',
  "That can't be the name of an {0}: names have up to {1} lower-case letters, digits and dashes, and begin with a letter. {2} Nothing was changed.":
    'So kann keine {0} heißen: Namen haben bis zu {1} Kleinbuchstaben, Ziffern und Bindestriche und beginnen mit einem Buchstaben. {2} Nichts wurde geändert.',
  'That is no container image. One looks like ghcr.io/acme/shop:1.4.0. Nothing was changed.':
    'Das ist kein Container-Image. Eines sieht aus wie ghcr.io/acme/shop:1.4.0. Nichts wurde geändert.',
  'The image {0} names no version. Add one, like {1}:1.0.0, so that what runs can be told and undone. Nothing was changed.':
    'Das Image {0} nennt keine Version. Ergänze eine, etwa {1}:1.0.0, damit man weiß, was läuft, und es zurücknehmen kann. Nichts wurde geändert.',
  '"{0}" is a name that the platform uses itself, so nothing else can be called that. {1} Nothing was changed.':
    'Den Namen „{0}“ benutzt die Plattform selbst, darum kann nichts anderes so heißen. {1} Nichts wurde geändert.',
  '"{0}" would do.': '„{0}“ ginge.',
  "A disk's size is written like 20Gi, {0}. Nothing was changed.":
    'Die Größe einer Festplatte schreibt man wie 20Gi, {0}. Nichts wurde geändert.',
  'Which container image shall it run? One looks like ghcr.io/acme/shop:1.4.0. Nothing was changed.':
    'Welches Container-Image soll laufen? Eines sieht aus wie ghcr.io/acme/shop:1.4.0. Nichts wurde geändert.',
  'from {0} to {1}': 'von {0} bis {1}',
  'listen on a port from {0} to {1}': 'auf einem Port von {0} bis {1} lauschen',
  'run as one copy only': 'nur als eine Kopie laufen',
  'run as {0} to {1} copies': 'mit {0} bis {1} Kopien laufen',
  '{0} can have a disk {1}; {2} is out of that. Nothing was changed.':
    '{0} kann eine Festplatte {1} haben; {2} liegt außerhalb. Nichts wurde geändert.',
  '{0} would hold a secret in plain text, so nothing was changed. Secrets belong into the secret store.':
    'In {0} stünde ein Geheimnis im Klartext, darum wurde nichts geändert. Geheimnisse gehören in den Passwortspeicher.',
  '{0} can {1}. {2}Nothing was changed.':
    '{0} kann {1}. {2}Nichts wurde geändert.',
  "{0} can't be opened to {1}. Nothing was changed.":
    '{0} lässt sich nicht für {1} öffnen. Nichts wurde geändert.',
  "{0} keeps nothing on a disk of its own, so it can't be given one; a database can. Nothing was changed.":
    '{0} hat keine eigene Festplatte und kann darum keine bekommen; eine Datenbank kann es. Nichts wurde geändert.',
  '{0} runs from the image {1}, not from {2}. To run an image of your own, ask for a web app. Nothing was changed.':
    '{0} läuft aus dem Image {1}, nicht aus {2}. Für ein eigenes Image bitte um eine Web-App. Nichts wurde geändert.',
};
