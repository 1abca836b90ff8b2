import type { Sentences } from '../say';

/** Who people are, what they may do, and their passwords. */
export const people: Sentences = {
  'Nobody in the directory is called "{0}". Ask a platform admin to add you.':
    'Im Verzeichnis heißt niemand „{0}“. Bitte einen Plattform-Admin, dich einzutragen.',
  "The directory of people doesn't answer, so I can't tell what you may do, and nothing was changed. Try again in a moment.":
    'Das Personenverzeichnis antwortet nicht, darum weiß ich nicht, was du darfst, und nichts wurde geändert. Versuch es gleich noch einmal.',
  'There is no group "{0}" in the directory. Check its name.':
    'Im Verzeichnis gibt es keine Gruppe „{0}“. Prüf ihren Namen.',
  "You are signed in, but the directory doesn't know you, so nothing was done. Ask a platform admin to add you.":
    'Du bist angemeldet, aber das Verzeichnis kennt dich nicht, darum wurde nichts getan. Bitte einen Plattform-Admin, dich einzutragen.',
  'Your account is disabled, so nothing was done. Ask a platform admin if that is a mistake.':
    'Dein Konto ist gesperrt, darum wurde nichts getan. Frag einen Plattform-Admin, wenn das ein Irrtum ist.',
  "It is not known what this would do, so it can't be decided.":
    'Es ist nicht bekannt, was das bewirken würde, darum kann nicht entschieden werden.',
  'The directory knows no team called {0}, so nobody can decide for it.':
    'Das Verzeichnis kennt kein Team namens {0}, darum kann niemand für es entscheiden.',
  "The rules about who may do what can't be read, so nothing may be changed until a platform administrator has mended them ({0}).":
    'Die Regeln, wer was darf, sind nicht lesbar. Darum darf nichts geändert werden, bis ein Plattform-Admin sie in Ordnung gebracht hat ({0}).',
  'There are not enough people who could agree: it takes {0}, and there {1}. Ask for another lead of the team or another platform administrator.':
    'Es gibt nicht genug Leute, die zustimmen könnten: Es braucht {0}, und es {1}. Bitte um eine weitere Teamleitung oder einen weiteren Plattform-Admin.',
  'is 1': 'gibt nur eine Person',
  'are {0}': 'gibt {0}',
  'There is no environment called {0}.': 'Es gibt keine Umgebung namens {0}.',
  "The platform's rules don't allow it.":
    'Die Regeln der Plattform erlauben es nicht.',
  'There is no room for it.': 'Dafür ist kein Platz.',
  'This account is disabled.': 'Dieses Konto ist gesperrt.',
  'You may look at everything here, but change nothing.':
    'Du darfst dir hier alles ansehen, aber nichts ändern.',
  '{environment} belongs to the team {team}, and only its members can change it.':
    '{environment} gehört dem Team {team}, und nur dessen Mitglieder können es ändern.',
  'Creating environments takes the group developers, which you are not in.':
    'Um Umgebungen anzulegen, muss man in der Gruppe developers sein; du bist es nicht.',
  'How much room the team {team} has is not known, so nothing can be added.':
    'Wie viel Platz das Team {team} hat, ist nicht bekannt, darum kann nichts dazukommen.',
  "A new production environment needs somebody else's agreement.":
    'Einer neuen Produktionsumgebung muss noch jemand zustimmen.',
  "{environment} is production, where changes other than scaling and fixes need somebody else's agreement.":
    '{environment} ist Produktion; Änderungen außer Skalieren und Reparaturen muss dort noch jemand zustimmen.',
  "{environment} is production, where deleting needs somebody else's agreement.":
    '{environment} ist Produktion; dem Löschen muss dort noch jemand zustimmen.',
  "Deleting a whole production environment needs two others' agreement.":
    'Dem Löschen einer ganzen Produktionsumgebung müssen zwei andere zustimmen.',
  "It would be open to everyone on the internet, which needs somebody else's agreement.":
    'Es wäre für alle im Internet offen; dem muss noch jemand zustimmen.',
  "Who may reach or change {environment} is not one person's decision.":
    'Wer {environment} erreichen oder ändern darf, entscheidet niemand allein.',
  "More room for a team is the platform administrators' decision.":
    'Über mehr Platz für ein Team entscheiden die Plattform-Admins.',
  'Machines and playbooks concern everybody, so somebody else must agree.':
    'Maschinen und Playbooks gehen alle an, darum muss noch jemand zustimmen.',
  'It costs {cost} a month more, and above 100 a month somebody else must agree.':
    'Es kostet {cost} im Monat mehr, und über 100 im Monat muss noch jemand zustimmen.',
  '{team} would spend {spending} a month, more than its budget of {budget}.':
    '{team} würde {spending} im Monat ausgeben, mehr als das Budget von {budget}.',
  'Something in it has no price, so what it costs is not known.':
    'Etwas daran hat keinen Preis, darum ist nicht bekannt, was es kostet.',
  'You asked for this yourself, so somebody else must approve it.':
    'Du hast selbst darum gebeten, darum muss jemand anders zustimmen.',
  'Only platform administrators can approve this.':
    'Dem können nur Plattform-Admins zustimmen.',
  'Only those who lead the team {team}, and platform administrators, can approve this.':
    'Dem können nur die Leitung des Teams {team} und Plattform-Admins zustimmen.',
  'Ask a platform admin when you need new ones.':
    'Wende dich an einen Plattform-Admin, wenn du neue brauchst.',
  'No secret store is connected to the portal. Ask the platform team.':
    'Mit dem Portal ist kein Passwortspeicher verbunden. Frag das Plattform-Team.',
  "There is no {0} in {1}, or it isn't yours to see.":
    'In {1} gibt es kein {0}, oder es ist nicht für dich sichtbar.',
  'You have been shown the credentials of {0} already; they are not shown twice. {1}':
    'Die Zugangsdaten von {0} wurden dir schon gezeigt; ein zweites Mal gibt es nicht. {1}',
  'You were shown them on {0}. {1}': 'Sie wurden dir am {0} gezeigt. {1}',
  '{0} belongs to {1}; only its members can see its credentials.':
    '{0} gehört {1}; nur dessen Mitglieder können die Zugangsdaten sehen.',
  '{0} has no credentials.': '{0} hat keine Zugangsdaten.',
  '{0} was shown them on {1}.': '{0} hat sie am {1} gesehen.',
};
