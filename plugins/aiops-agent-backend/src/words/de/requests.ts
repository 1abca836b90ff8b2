import type { Sentences } from '../say';

/** Requests on their way, what becomes of them, and taking them back. */
export const requests: Sentences = {
  you: 'dir',
  "your team's": 'deines Teams',
  "{0}'s": 'von {0}',
  'Costs the same as before': 'Kostet so viel wie vorher',
  '{0} more a month': '{0} mehr im Monat',
  '{0} less a month': '{0} weniger im Monat',
  '{0}; over {1} budget: {2} of {3}': '{0}; über dem Budget {1}: {2} von {3}',
  '{0}; still within {1} budget: {2} of {3}':
    '{0}; noch im Budget {1}: {2} von {3}',
  '{0}; within {1} budget: {2} of {3}': '{0}; im Budget {1}: {2} von {3}',
  'now uses {0} of {1}': 'nutzt jetzt {0} von {1}',
  Removed: 'Entfernt',
  'Asleep, with all data kept': 'Schläft, alle Daten bleiben',
  'Left to expire': 'Läuft von selbst ab',
  'Backed up': 'Gesichert',
  'Being backed up': 'Wird gesichert',
  'All copies are healthy': 'Alle Kopien sind gesund',
  Live: 'Live',
  'Waiting for {0}': 'Wartet auf {0}',
  Agreed: 'Vereinbart',
  'Agreed by {0}': 'Vereinbart von {0}',
  'Being written down': 'Wird aufgeschrieben',
  'Written down': 'Aufgeschrieben',
  'Being built': 'Wird gebaut',
  'Checking it answers': 'Wird geprüft, ob es antwortet',
  'Checking that it answers': 'Prüfen, ob es antwortet',
  Undone: 'Rückgängig gemacht',
  'Approved by {0}': '{0} hat zugestimmt',
  'Approved with {0}': 'Mit {0} genehmigt',
  'Turned down by {0}': 'Von {0} abgelehnt',
  'an approver': 'jemanden, der zustimmen darf',
  'Taken back': 'Zurückgenommen',
  'Nobody answered in time': 'Niemand hat rechtzeitig geantwortet',
  'It did not work': 'Es hat nicht geklappt',
  'change {0}': 'Änderung {0}',
  '{0} asks for your approval: {1}': '{0} bittet um deine Zustimmung: {1}',
  '{0} is live': '{0} ist live',
  '{0} was turned down: {1}': '{0} wurde abgelehnt: {1}',
  'Nobody answered {0} in time: {1}':
    'Auf {0} hat niemand rechtzeitig geantwortet: {1}',
  '{0} was taken back: {1}': '{0} wurde zurückgenommen: {1}',
  '{0}: the change was undone': '{0}: die Änderung wurde rückgängig gemacht',
  '{0} did not become live': '{0} ist nicht live geworden',
  'Somebody else has to approve what you asked for.':
    'Dem, worum du gebeten hast, muss jemand anders zustimmen.',
  "You can't decide on {0}.": 'Über {0} kannst du nicht entscheiden.',
  '{0} Nothing was done.': '{0} Nichts wurde getan.',
  'Nothing was done.': 'Nichts wurde getan.',
  'Only {0} can take {1} back. Nothing was done.':
    'Nur {0} kann {1} zurücknehmen. Nichts wurde getan.',
  "There is no request {0}, or it isn't yours to see.":
    'Einen Antrag {0} gibt es nicht, oder er ist nicht für dich sichtbar.',
  'There is no such plan of yours. Nothing was changed.':
    'So einen Plan hast du nicht. Nichts wurde geändert.',
  'Ask again, and I make a new one. Nothing was changed.':
    'Frag noch einmal, und ich mache einen neuen. Nichts wurde geändert.',
  "You have agreed to this already: it is {0}. It isn't done a second time.":
    'Dem hast du schon zugestimmt: Es ist {0}. Ein zweites Mal geschieht es nicht.',
  'You have agreed to this already: it is {0}. To stop it, cancel that request.':
    'Dem hast du schon zugestimmt: Es ist {0}. Um es aufzuhalten, nimm diesen Antrag zurück.',
  "You have agreed to this already{0}. It isn't done a second time.":
    'Dem hast du schon zugestimmt{0}. Ein zweites Mal geschieht es nicht.',
  ': it is {0}': ': Es ist {0}',
  'You have put this plan aside. {0}': 'Diesen Plan hast du weggelegt. {0}',
  'A newer plan has taken the place of this one. Agree to that one. Nothing was changed.':
    'Ein neuerer Plan hat diesen ersetzt. Stimm dem neuen zu. Nichts wurde geändert.',
  'This plan is too old to be agreed to. {0}':
    'Dieser Plan ist zu alt, um ihm zuzustimmen. {0}',
  'This is not the plan that you were shown. Look at it as it is now, and agree to that. Nothing was changed.':
    'Das ist nicht der Plan, der dir gezeigt wurde. Schau ihn an, wie er jetzt ist, und stimm dem zu. Nichts wurde geändert.',
  'This is not the plan that you were shown, so nothing was done. Look at the plan as it is now and agree to that one.':
    'Das ist nicht der Plan, der dir gezeigt wurde, darum wurde nichts getan. Schau den Plan an, wie er jetzt ist, und stimm diesem zu.',
  'It is like that already, so there is nothing to do.':
    'Es ist schon so, darum gibt es nichts zu tun.',
  '{0} could help you.': '{0} könnten dir helfen.',
  '{0} could do it or help you.': '{0} könnten es tun oder dir helfen.',
  'You have approved {0} already; it waits for somebody else, too.':
    '{0} hast du schon zugestimmt; es wartet noch auf jemand anders.',
  'Somebody else has to decide on {0}, because you asked for it. Nothing was done.':
    'Über {0} muss jemand anders entscheiden, weil du darum gebeten hast. Nichts wurde getan.',
  "{0} doesn't wait for approval any more, so nothing was done.":
    '{0} wartet nicht mehr auf Zustimmung, darum wurde nichts getan.',
  '{0} is not what you were shown, so nothing was done. Look at it as it is now.':
    '{0} ist nicht das, was dir gezeigt wurde, darum wurde nichts getan. Schau es an, wie es jetzt ist.',
  '{0} has ended already, so there is nothing to take back.':
    '{0} ist schon zu Ende, darum gibt es nichts zurückzunehmen.',
  "{0} is being written down already, so it can't be taken back. You can undo it when it is live.":
    '{0} wird schon aufgeschrieben und kann darum nicht zurückgenommen werden. Wenn es live ist, kannst du es rückgängig machen.',
  'Nothing was written and nothing has changed.':
    'Nichts wurde aufgeschrieben, und nichts hat sich geändert.',
  "Things changed since you agreed, and it can't be done as planned any more: {0} {1}":
    'Seit deiner Zustimmung hat sich etwas geändert, und wie geplant geht es nicht mehr: {0} {1}',
  'Ask for it again, and I plan it upon how things are now.':
    'Bitte noch einmal darum, und ich plane es so, wie die Dinge jetzt stehen.',
  "This isn't allowed any more: {0} {1}": 'Das ist nicht mehr erlaubt: {0} {1}',
  'Ask for something smaller, or ask the platform team.':
    'Bitte um etwas Kleineres, oder frag das Plattform-Team.',
  "Things changed since you agreed, so that the plan isn't the one you saw any more. {0}":
    'Seit deiner Zustimmung hat sich etwas geändert, sodass der Plan nicht mehr der ist, den du gesehen hast. {0}',
  'Look at the new plan and agree to it if it suits you: {0}':
    'Schau den neuen Plan an und stimm ihm zu, wenn er dir passt: {0}',
  'Tell the platform team; they can see it in this request.':
    'Sag es dem Plattform-Team; es kann es in diesem Antrag sehen.',
  'This needs a password, and no secret store is connected to keep it in. Ask the platform team to connect one; the request goes on by itself then.':
    'Das braucht ein Passwort, und es ist kein Passwortspeicher verbunden, der es aufbewahrt. Bitte das Plattform-Team, einen zu verbinden; der Antrag geht dann von selbst weiter.',
  'The cluster is not answering; I look again as soon as it does. What was written down is safe.':
    'Der Cluster antwortet nicht; ich schaue wieder, sobald er es tut. Was aufgeschrieben wurde, ist sicher.',
  '{0} was written down but did not come up within {1} minutes. {2} Nothing else was changed.':
    '{0} wurde aufgeschrieben, kam aber in {1} Minuten nicht hoch. {2} Sonst wurde nichts geändert.',
  'Argo CD could not bring it to the cluster.':
    'Argo CD konnte es nicht in den Cluster bringen.',
  'You can undo it, or ask “why is {0} broken?”':
    'Du kannst es rückgängig machen oder fragen: „Warum ist {0} kaputt?“',
  'Ask “why is {0} broken?”, or ask the platform team.':
    'Frag „Warum ist {0} kaputt?“ oder frag das Plattform-Team.',
  '{0}: {1}. Nothing else was changed.':
    '{0}: {1}. Sonst wurde nichts geändert.',
  'it did not work': 'es hat nicht geklappt',
  'You can ask for it again, or ask the platform team.':
    'Du kannst noch einmal darum bitten oder das Plattform-Team fragen.',
  'Written down. The cluster is not answering; I go on as soon as it does.':
    'Aufgeschrieben. Der Cluster antwortet nicht; ich mache weiter, sobald er es tut.',
  '{0} is written down, but Argo CD has not picked it up within {1} minutes. Nothing else was changed.':
    '{0} ist aufgeschrieben, aber Argo CD hat es in {1} Minuten nicht aufgenommen. Sonst wurde nichts geändert.',
  'It may still arrive by itself. You can undo it, or ask the platform team to look at Argo CD.':
    'Vielleicht kommt es noch von selbst an. Du kannst es rückgängig machen oder das Plattform-Team bitten, nach Argo CD zu sehen.',
  'Not delivered: {0}': 'Nicht ausgeliefert: {0}',
  '{0} I go on by myself as soon as I can.':
    '{0} Ich mache von selbst weiter, sobald ich kann.',
  'Something went wrong on our side, and {0}.':
    'Bei uns ist etwas schiefgegangen, und {0}.',
  'what was written down could not be followed to its end':
    'was aufgeschrieben wurde, ließ sich nicht bis zum Ende verfolgen',
  'nothing was written': 'nichts wurde aufgeschrieben',
  'Ask the platform team; this request tells them what failed.':
    'Frag das Plattform-Team; dieser Antrag sagt ihm, was schiefging.',
  '{0} is written down, but it did not get any further for too long. Nothing else was changed.':
    '{0} ist aufgeschrieben, kam aber zu lange nicht weiter. Sonst wurde nichts geändert.',
  'What {0} needs was out of reach for too long, so I gave up. Nothing was written and nothing has changed.':
    'Was {0} braucht, war zu lange unerreichbar, darum habe ich aufgegeben. Nichts wurde aufgeschrieben, und nichts hat sich geändert.',
  'Ask the platform team, or undo it.':
    'Frag das Plattform-Team oder mach es rückgängig.',
  'Ask for it again later.': 'Bitte später noch einmal darum.',
  'Written down. What {0} deploys goes live when its sync is started in Argo CD, which I am not allowed to do; the platform team can start it, or allow me to.':
    'Aufgeschrieben. Was {0} ausrollt, geht live, wenn in Argo CD der Abgleich gestartet wird, was ich nicht darf; das Plattform-Team kann ihn starten oder es mir erlauben.',
  'A request is called something like "REQ-1042". Nothing was changed; name it once more.':
    'Ein Antrag heißt etwa „REQ-1042“. Nichts wurde geändert; nenn ihn noch einmal.',
  'Only platform admins may look at how messages were understood. Nothing was done.':
    'Wie Nachrichten verstanden wurden, dürfen nur Plattform-Admins ansehen. Nichts wurde getan.',
  '"{0}" is nothing that a message can mean here, so nothing was kept. Choose one of the intents.':
    '„{0}“ kann eine Nachricht hier nicht bedeuten, darum wurde nichts vermerkt. Wähl eine der Absichten.',
  'Your account may not do that here (it lacks "{0}"), so nothing was done. Ask a platform admin if you should.':
    'Dein Konto darf das hier nicht (ihm fehlt „{0}“), darum wurde nichts getan. Frag einen Plattform-Admin, wenn du es können solltest.',
  // Taking back
  'Undo a change': 'Eine Änderung rückgängig machen',
  'Yes, bring it back': 'Ja, hol es zurück',
  'Bring back {0}': '{0} zurückholen',
  ' until {0}, then removed': ' bis {0}, dann entfernt',
  "I'd put {0} to sleep: out of reach, with all data kept{1}.":
    'Ich würde {0} schlafen legen: nicht erreichbar, alle Daten bleiben{1}.',
  '{0} asleep: out of reach, with all data kept{1}.':
    '{0} schläft: nicht erreichbar, alle Daten bleiben{1}.',
  "I'd wake {0}, as it was before it was put to sleep.":
    'Ich würde {0} wecken, wie es vor dem Einschlafen war.',
  '{0} awake, as before it was put to sleep.':
    '{0} wach, wie vor dem Einschlafen.',
  'to bring it back as it was': 'um es zurückzuholen, wie es war',
  'to put it back to sleep': 'um es wieder schlafen zu legen',
  'to undo, nothing lost': 'um es rückgängig zu machen, nichts geht verloren',
  'What {0} made is asleep already. Nothing else was changed.':
    'Was {0} gemacht hat, schläft schon. Sonst wurde nichts geändert.',
  'What {0} made is awake already. Nothing else was changed.':
    'Was {0} gemacht hat, ist schon wach. Sonst wurde nichts geändert.',
  "I can't find what {0} wrote down, so nothing was changed. A platform admin can look in the repository's history.":
    'Ich finde nicht, was {0} aufgeschrieben hat, darum wurde nichts geändert. Ein Plattform-Admin kann in der Geschichte des Repositorys nachsehen.',
  'What {0} changed belongs to nothing that you may see, so nothing was changed.':
    'Was {0} geändert hat, gehört zu nichts, was du sehen darfst, darum wurde nichts geändert.',
  'Nothing of what {0} made is left, so there is nothing to undo and nothing was changed.':
    'Von dem, was {0} gemacht hat, ist nichts mehr da, darum gibt es nichts rückgängig zu machen und nichts wurde geändert.',
  '{0} could be undone until {1}, so nothing was changed. Ask for what you want instead.':
    '{0} ließ sich bis {1} rückgängig machen, darum wurde nichts geändert. Bitte stattdessen um das, was du willst.',
  '{0} has not been written down, so there is nothing to undo. Cancel it instead.':
    '{0} ist nicht aufgeschrieben worden, darum gibt es nichts rückgängig zu machen. Nimm es stattdessen zurück.',
  '{0} is being undone already, by {1}. Nothing else was changed.':
    '{0} wird schon rückgängig gemacht, durch {1}. Sonst wurde nichts geändert.',
  '{0} has been added to what {1} made and would stop too, so nothing was changed. Undo that first.':
    '{0} ist zu dem hinzugekommen, was {1} gemacht hat, und würde auch anhalten, darum wurde nichts geändert. Mach das zuerst rückgängig.',
  '{0} have been added to what {1} made and would stop too, so nothing was changed. Undo that first.':
    '{0} sind zu dem hinzugekommen, was {1} gemacht hat, und würden auch anhalten, darum wurde nichts geändert. Mach das zuerst rückgängig.',
  'Remove it': 'Entfernen',
  'Remove {0}': '{0} entfernen',
  '{0} is not due to be removed, so nothing was changed.':
    '{0} ist noch nicht an der Reihe, entfernt zu werden, darum wurde nichts geändert.',
  'The environment of {0} is not in Git any more, so nothing was changed.':
    'Die Umgebung von {0} ist nicht mehr in Git, darum wurde nichts geändert.',
  'The {0} **{1}** has slept until its day and is removed, with its data.':
    '**{1}** ({0}) hat bis zu ihrem Tag geschlafen und wird mit ihren Daten entfernt.',
};
