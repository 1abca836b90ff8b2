import type { Sentences } from '../say';

/**
 * Errors of parts that speak English alone, as the doors pass them on: modules,
 * the copy of the Git repository, what is kept in the database, Backstage.
 */
export const elsewhere: Sentences = {
  // Backstage
  'Missing credentials': 'Du bist nicht angemeldet',
  "This endpoint does not allow '{0}' credentials":
    'Das ist nichts, was mit Zugangsdaten der Art „{0}“ geht',
  // The Git repository
  'The GitOps repository does not answer. Nothing was changed; try again in a few minutes.':
    'Das GitOps-Repository antwortet nicht. Nichts wurde geändert; versuch es in ein paar Minuten noch einmal.',
  'The GitOps repository has no branch {0}: push the platform repository to it first, or set aiopsAgent.git.branch.':
    'Das GitOps-Repository hat keinen Branch {0}: Leg zuerst das Plattform-Repository hinein, oder setz aiopsAgent.git.branch.',
  'The GitOps repository refuses the portal: check aiopsAgent.git.username and aiopsAgent.git.password. Nothing was changed.':
    'Das GitOps-Repository weist das Portal ab: Prüf aiopsAgent.git.username und aiopsAgent.git.password. Nichts wurde geändert.',
  'The portal could not run git: install git on the machine that the backend runs on.':
    'Das Portal konnte git nicht starten: Installier git auf der Maschine, auf der das Backend läuft.',
  "The folder for the copy of the GitOps repository, {0}, belongs to someone else: set aiopsAgent.git.mirrorDir to a folder of the portal's own.":
    'Der Ordner für die Kopie des GitOps-Repositorys, {0}, gehört jemand anderem: Setz aiopsAgent.git.mirrorDir auf einen eigenen Ordner des Portals.',
  'The GitOps repository has no commit {0}.':
    'Das GitOps-Repository hat keinen Commit {0}.',
  "The GitOps repository does not accept changes from the portal ({0}). Nothing was changed; the portal's account must be allowed to push to the branch.":
    'Das GitOps-Repository nimmt vom Portal keine Änderungen an ({0}). Nichts wurde geändert; das Konto des Portals muss in den Branch schreiben dürfen.',
  'The Git repository is changing so often that nothing could be written yet. Nothing is lost; it is tried again.':
    'Das Git-Repository ändert sich so oft, dass noch nichts geschrieben werden konnte. Nichts ist verloren; es wird wieder versucht.',
  "This doesn't go together with what is there, so nothing was changed: {0}: {1}":
    'Das passt nicht zu dem, was da ist, darum wurde nichts geändert: {0}: {1}',
  // The cluster and the vault
  'The cluster is not answering.': 'Der Cluster antwortet nicht.',
  'The secret store has no secret at {0} yet. Try again in a minute.':
    'Im Tresor liegt unter {0} noch nichts. Versuch es in einer Minute noch einmal.',
  'The secret store is not answering ({0}).':
    'Der Tresor antwortet nicht ({0}).',
  "The secret store does not let the portal use {0}. The platform team has to check the portal's token.":
    'Der Tresor lässt das Portal nicht an {0}. Das Plattform-Team muss das Token des Portals prüfen.',
  'The secret store could not do what was asked for {0} (it answered {1}).':
    'Der Tresor konnte für {0} nicht tun, worum er gebeten wurde (er antwortete {1}).',
  // Requests and conversations, as they are kept
  "There is no request {0}, or it isn't yours to see.":
    'Es gibt keinen Antrag {0}, oder du darfst ihn nicht sehen.',
  "You have already given your word on {0}; it isn't counted twice.":
    'Zu {0} hast du dich schon geäußert; das zählt nicht doppelt.',
  '{0} has moved on in the meantime, so nothing was done. Look at it again.':
    '{0} ist inzwischen weiter, darum wurde nichts getan. Sieh noch einmal hin.',
  "I can't find that answer among yours, so nothing was kept. Its conversation may have been deleted.":
    'Diese Antwort finde ich unter deinen nicht, darum wurde nichts festgehalten. Vielleicht wurde ihr Gespräch gelöscht.',
  'There is no message with feedback by that id, so nothing was kept. Its author may have taken the feedback back.':
    'Es gibt keine Nachricht mit Rückmeldung unter dieser Kennung, darum wurde nichts festgehalten. Vielleicht wurde die Rückmeldung zurückgenommen.',
  "I can't find that conversation among yours. It may have been deleted; start a new one.":
    'Dieses Gespräch finde ich unter deinen nicht. Vielleicht wurde es gelöscht; fang ein neues an.',
  "I'm still answering another message of this conversation, perhaps in another tab. Nothing was changed by this one; wait for that answer and send it again.":
    'Ich beantworte noch eine andere Nachricht dieses Gesprächs, vielleicht in einem anderen Tab. Diese hat nichts geändert; warte auf die Antwort und schick sie noch einmal.',
  'This conversation went on elsewhere, or was deleted, while I answered. Open it again to see where it stands.':
    'Dieses Gespräch ging anderswo weiter oder wurde gelöscht, während ich antwortete. Öffne es noch einmal, um zu sehen, wo es steht.',
};
