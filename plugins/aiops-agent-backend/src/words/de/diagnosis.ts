import type { Sentences } from '../say';

/** What a diagnosis finds: causes, and who can help. */
export const diagnosis: Sentences = {
  '1 copy': '1 Kopie',
  '{0} copies': '{0} Kopien',
  '1 day ago': 'vor 1 Tag',
  '{0} days ago': 'vor {0} Tagen',
  '1 hour ago': 'vor 1 Stunde',
  '{0} hours ago': 'vor {0} Stunden',
  '1 minute ago': 'vor 1 Minute',
  '{0} minutes ago': 'vor {0} Minuten',
  '1 second ago': 'vor 1 Sekunde',
  '{0} seconds ago': 'vor {0} Sekunden',

  '{0} is running out of memory ({1} of its {2} limit).':
    '{0} geht der Arbeitsspeicher aus ({1} von höchstens {2}).',
  '{0} is running out of memory: it wants more than its limit of {1}.':
    '{0} geht der Arbeitsspeicher aus: Es braucht mehr als die erlaubten {1}.',
  'It was ended for that {0} and runs again.':
    'Deshalb wurde es {0} beendet und läuft wieder.',
  'using {0} of its {1} limit': '{0} von höchstens {1} in Gebrauch',
  '{0} was ended because the machine it ran on had no memory left; it has no limit of its own.':
    '{0} wurde beendet, weil seine Maschine keinen Arbeitsspeicher mehr hatte; eine eigene Obergrenze hat es nicht.',
  'The platform team can say what else runs on that machine; a memory limit would keep it from happening unseen.':
    'Das Plattform-Team weiß, was sonst auf der Maschine läuft; mit einer Obergrenze geschähe das nicht mehr unbemerkt.',

  '{0} cannot start: it {1}.': '{0} kann nicht starten: Es {1}.',
  '{0} keeps stopping because its setting {1} is missing or wrong.':
    '{0} hält immer wieder an, weil seine Einstellung {1} fehlt oder falsch ist.',
  '{0} keeps stopping because it {1}.':
    '{0} hält immer wieder an, denn es {1}.',
  '{0} cannot start: the step "{1}" that comes first ends with an error, since it {2}.':
    '{0} kann nicht starten: Der Schritt "{1}" davor endet mit einem Fehler, denn er {2}.',
  '{0} cannot start: the step "{1}" that comes first ends with an error.':
    '{0} kann nicht starten: Der Schritt "{1}" davor endet mit einem Fehler.',
  '{0} stopped with an error {1} and runs again.':
    '{0} hat {1} mit einem Fehler angehalten und läuft wieder.',
  '{0} keeps ending by itself, without an error, although it should go on.':
    '{0} endet immer wieder von selbst, ohne Fehler, obwohl es weiterlaufen sollte.',
  '{0} keeps being ended from outside (exit code 137).':
    '{0} wird immer wieder von außen beendet (Exit-Code 137).',
  '{0} keeps crashing hard: it touches memory that is not its own (exit code 139).':
    '{0} stürzt immer wieder hart ab: Es greift auf fremden Speicher zu (Exit-Code 139).',
  '{0} keeps stopping with an error (exit code {1}).':
    '{0} hält immer wieder mit einem Fehler an (Exit-Code {1}).',
  'was built for another kind of processor than its machine has':
    'wurde für einen anderen Prozessor gebaut, als seine Maschine hat',
  'may not run the program that it is told to start':
    'darf das Programm nicht ausführen, das es starten soll',
  'is told to start a program that its image does not have':
    'soll ein Programm starten, das sein Image nicht enthält',
  'has no room left on its disk': 'hat keinen Platz mehr auf seiner Festplatte',
  'is refused by its database: user or password are wrong':
    'wird von seiner Datenbank abgewiesen: Name oder Passwort sind falsch',
  'gets no connection to its database, which has too many already':
    'bekommt keine Verbindung zu seiner Datenbank, die schon zu viele hat',
  'cannot write: its database is read-only at the moment':
    'kann nicht schreiben: Seine Datenbank lässt sich gerade nur lesen',
  'cannot find what it wants to talk to: there is nothing of that name':
    'findet nicht, womit es sprechen will: Nichts heißt so',
  'gets no answer from something that it needs':
    'bekommt keine Antwort von etwas, das es braucht',
  'lacks a setting that it cannot do without, or has a wrong one':
    'hat eine nötige Einstellung nicht, oder eine falsche',
  'was built for another kind of processor than these machines have':
    'wurde für andere Prozessoren gebaut, als diese Maschinen haben',
  'may not do what it needs to: the system denies it':
    'darf nicht, was es müsste: Das System verweigert es',
  'lacks a file that it needs': 'hat eine nötige Datei nicht',
  'Whoever made its newest version can mend it, or put the version before back.':
    'Wer die neueste Version gemacht hat, kann sie reparieren oder die vorige zurückholen.',
  'Somebody who knows it can put the setting into its manifest in Git.':
    'Wer sich damit auskennt, kann die Einstellung in Git ergänzen.',
  'Somebody who knows it can compare the password that it is given with the database’s.':
    'Wer sich damit auskennt, kann sein Passwort mit dem der Datenbank vergleichen.',
  'Its volume has to become larger, or somebody has to tidy up in it.':
    'Das Laufwerk muss größer werden, oder jemand muss darin aufräumen.',
  'Fewer copies, or a database that allows more connections, would help.':
    'Weniger Kopien würden helfen, oder eine Datenbank, die mehr Verbindungen erlaubt.',
  'Whoever looks after the database can say why it takes no changes.':
    'Wer sich um die Datenbank kümmert, weiß, warum sie keine Änderungen annimmt.',
  'Its log names what it tried to reach; see whether that runs.':
    'Im Log steht, was es erreichen wollte; sieh nach, ob das läuft.',

  '{0} was not built for the processors of these machines':
    '{0} wurde nicht für die Prozessoren dieser Maschinen gebaut',
  '{0} does not exist, or may not be fetched without a password':
    '{0} gibt es nicht, oder es ist nicht ohne Passwort zu haben',
  'the registry does not let the cluster fetch {0}':
    'die Registry lässt den Cluster {0} nicht holen',
  '{0} does not exist': '{0} gibt es nicht',
  'the registry of {0} cannot be reached from the cluster':
    'die Registry von {0} ist vom Cluster aus nicht zu erreichen',
  '{0} cannot start: "{1}" is no valid name of an image.':
    '{0} kann nicht starten: "{1}" ist kein gültiger Name für ein Image.',
  '{0} cannot start: {1}.': '{0} kann nicht starten: {1}.',
  '{0} cannot start: its image {1} cannot be fetched.':
    '{0} kann nicht starten: Sein Image {1} lässt sich nicht holen.',
  'Whoever builds it can build it for them too.':
    'Wer es baut, kann es auch für sie bauen.',
  'Check the name and version of the image in Git.':
    'Prüfe Name und Version des Images in Git.',
  'The platform team can give the environment a password for that registry.':
    'Das Plattform-Team kann der Umgebung ein Passwort für diese Registry geben.',
  'Whoever released it last can put a version that exists into Git.':
    'Wer es zuletzt veröffentlicht hat, kann eine vorhandene Version in Git eintragen.',
  'It may pass by itself; else the platform team can see what is in the way.':
    'Vielleicht gibt es sich von selbst; sonst sieht das Plattform-Team, was im Weg ist.',
  'Whoever wrote it into Git can correct it.':
    'Wer ihn in Git geschrieben hat, kann ihn berichtigen.',

  'the password or key': 'das Passwort oder der Schlüssel',
  'the configuration': 'die Konfiguration',
  '{0} cannot start: {1} that it needs has no entry "{2}".':
    '{0} kann nicht starten: In dem, was es braucht, fehlt ein Eintrag: {1} hat kein "{2}".',
  '{0} cannot start: {1} that it needs is missing, since it could not be fetched from the secret store.':
    '{0} kann nicht starten: {1} fehlt, denn aus dem Geheimnisspeicher war nichts zu holen.',
  '{0} cannot start: {1} that it needs is missing.':
    '{0} kann nicht starten: {1} fehlt.',
  'Somebody who knows it can add the entry, or correct its name in Git.':
    'Wer sich damit auskennt, kann den Eintrag ergänzen oder seinen Namen in Git berichtigen.',
  'The platform team can see whether the value is in the secret store.':
    'Das Plattform-Team sieht, ob der Wert im Geheimnisspeicher ist.',
  'Somebody who knows it can add it, or correct its name in Git.':
    'Wer sich damit auskennt, kann es ergänzen oder den Namen in Git berichtigen.',

  '{0} gets only {1} of {2}: its environment has no room left for more {3}{4}.':
    '{0} bekommt nur {1} von {2}: Seine Umgebung hat keinen Platz mehr für {3}{4}.',
  services: 'Dienste',
  storage: 'Speicherplatz',
  copies: 'Kopien',
  '{0} of {1} is taken': '{0} von {1} sind vergeben',
  '{0} cannot start: its environment demands that each container says how much it needs, and one of its does not.':
    '{0} kann nicht starten: In seiner Umgebung muss jeder Container sagen, wie viel er braucht, und einer sagt es nicht.',
  '{0} cannot start: one of its containers asks for {1} of {2}, and its environment allows at most {3}.':
    '{0} kann nicht starten: Ein Container verlangt {1} ({2}), und seine Umgebung erlaubt höchstens {3}.',
  '{0} cannot start: one of its containers asks for {1} of {2}, and its environment demands at least {3}.':
    '{0} kann nicht starten: Ein Container verlangt {1} ({2}), und seine Umgebung fordert mindestens {3}.',
  'the account that it is to run as does not exist':
    'das Konto, unter dem es laufen soll, gibt es nicht',
  'it asks for rights that its environment gives to nobody':
    'es verlangt Rechte, die seine Umgebung niemandem gibt',
  'a rule of the cluster refuses it': 'eine Regel des Clusters lehnt es ab',
  'The environment needs more room, which a platform admin can give; or something else in it becomes smaller.':
    'Die Umgebung braucht mehr Platz, den ihr das Plattform-Team geben kann; oder etwas anderes darin wird kleiner.',
  'Somebody who knows it can correct its manifest in Git.':
    'Wer sich damit auskennt, kann das Manifest in Git berichtigen.',
  'The platform team knows the rule; its words are in the evidence.':
    'Das Plattform-Team kennt die Regel; ihr Wortlaut steht bei den Belegen.',

  '{0} {1} because {2}.': '{0} {1}, denn {2}.',
  'is restarted again and again': 'wird immer wieder neu gestartet',
  'gets no visitors': 'bekommt keine Besucher',
  'never counts as started': 'gilt nie als gestartet',
  'its health check asks at a port where nothing listens':
    'die Prüfung fragt an einem Port, an dem niemand zuhört',
  'its health check asks for a page that it does not have':
    'die Prüfung fragt nach einer Seite, die es nicht gibt',
  'its health check and it do not speak the same protocol':
    'die Prüfung spricht ein anderes Protokoll',
  'its health check does not wait long enough for an answer':
    'die Prüfung wartet nicht lange genug auf eine Antwort',
  'Somebody who knows it can correct the health check in its manifest in Git.':
    'Wer sich damit auskennt, kann die Prüfung im Manifest in Git berichtigen.',
  '{0} says itself that it is not well: it answers its health check with error {1}.':
    '{0} sagt selbst, dass es ihm nicht gut geht: Auf die Prüfung antwortet es mit Fehler {1}.',
  'Its log may say what it misses; somebody who knows it can look into that.':
    'Was ihm fehlt, steht vielleicht im Log; wer sich damit auskennt, kann nachsehen.',

  '{0} has reached its limit: it uses {1} of the processor time that it may use ({2} of {3}).':
    '{0} ist an seiner Grenze: Es nutzt {1} der Rechenzeit, die es nutzen darf ({2} von {3}).',
  '{0} has reached its limit: its {1} copies use {2} of the processor time that each may use ({3} of {4}).':
    '{0} ist an seiner Grenze: Die {1} Kopien nutzen {2} der Rechenzeit, die jede nutzen darf ({3} von {4}).',
  '{0} needs more processor time than was set aside for it ({1} instead of {2} a copy).':
    '{0} braucht mehr Rechenzeit, als dafür vorgesehen ist ({1} statt {2} je Kopie).',
  '{0} is held back: {1} of its {2} at all of the processor time that a copy may use ({3}).':
    '{0} wird gebremst: {1} von {2} schöpfen alle Rechenzeit aus, die eine nutzen darf ({3}).',
  'using {0} of {1}': '{0} von {1} in Gebrauch',
  '{0} has almost no memory left ({1} of its {2} limit).':
    '{0} hat fast keinen Arbeitsspeicher mehr frei ({1} von höchstens {2}).',
  'A larger limit of {0} is in Git already; it helps once it has been rolled out.':
    'Eine höhere Grenze von {0} steht schon in Git; sie hilft, sobald sie ausgerollt ist.',
  'Somebody who knows {0} can give the container {1} more memory in Git.':
    'Wer {0} kennt, kann dem Container {1} in Git mehr Arbeitsspeicher geben.',
  'Somebody who knows {0} can give the container {1} more processor time in Git.':
    'Wer {0} kennt, kann dem Container {1} in Git mehr Rechenzeit geben.',

  '{0} cannot start': '{0} kann nicht starten',
  '{0} of {1} copies of {2} cannot start':
    '{0} von {1} Kopien von {2} können nicht starten',
  '{0}: {1}.': '{0}: {1}.',
  '{0}: something holds it back on purpose until it is let go.':
    '{0}: Etwas hält es mit Absicht zurück, bis es freigegeben wird.',
  '{0}: nothing has looked for a machine for it yet.':
    '{0}: Noch hat niemand eine Maschine dafür gesucht.',
  'no machine has enough processor time free':
    'keine Maschine hat genug Rechenzeit frei',
  'no machine has enough memory free':
    'keine Maschine hat genug Arbeitsspeicher frei',
  'the machines that it could run on are closed for maintenance':
    'die Maschinen, auf denen es laufen könnte, werden gerade gewartet',
  'the machines that are left are reserved for something else':
    'die übrigen Maschinen sind für anderes reserviert',
  'its copies may not share a machine, and there is none left':
    'die Kopien dürfen sich keine Maschine teilen, und es ist keine mehr übrig',
  'no machine is of the kind that it asks for':
    'keine Maschine ist von der verlangten Art',
  'the port that it wants is taken on every machine':
    'der gewünschte Port ist auf jeder Maschine belegt',
  'The platform team can make room on the machines or add one; asking for less would help too.':
    'Das Plattform-Team kann auf den Maschinen Platz schaffen oder eine hinzufügen; weniger zu verlangen hilft auch.',
  'The platform team knows which kinds of machines there are; its manifest in Git says which it wants.':
    'Das Plattform-Team weiß, welche Arten von Maschinen es gibt; im Manifest in Git steht, welche verlangt wird.',
  'The platform team knows what sets such gates.':
    'Das Plattform-Team weiß, was so etwas zurückhält.',
  'The platform team can see whether the cluster’s scheduler runs.':
    'Das Plattform-Team sieht, ob der Scheduler des Clusters läuft.',

  '{0} runs, but its address leads to none of its copies: the labels that it looks for are not theirs.':
    '{0} läuft, aber seine Adresse führt zu keiner Kopie: Die gesuchten Labels sind nicht ihre.',
  '{0} runs, but its address leads to a protocol that it does not speak ({1}).':
    '{0} läuft, aber über seine Adresse wird ein Protokoll gesprochen, das es nicht kennt ({1}).',
  '{0} runs, but its address leads to a port where it does not listen ({1}).':
    '{0} läuft, aber seine Adresse führt zu einem Port, an dem es nicht zuhört ({1}).',
  '{0} cannot be reached: none of its copies is ready.':
    '{0} ist nicht zu erreichen: Keine Kopie ist bereit.',
  'Somebody who knows it can correct its Service in Git.':
    'Wer sich damit auskennt, kann den Service in Git berichtigen.',

  '{0} gets no answer from {1}, which it uses: {2}.':
    '{0} bekommt keine Antwort von {1}, das es benutzt: {2}.',
  '{0} uses {1}, which may be why it does not work: {2}.':
    '{0} benutzt {1}, und vielleicht läuft es deshalb nicht: {2}.',
  '{0} uses {1}, which is not available: {2}.':
    '{0} benutzt {1}, und das ist nicht verfügbar: {2}.',
  'it is asleep': 'es schläft',
  'it has been switched off and has no copies':
    'es ist ausgeschaltet und hat keine Kopien',
  'none of its copies is ready': 'keine Kopie ist bereit',
  'it is not there': 'es ist nicht da',
  'Ask "why is {0} down?" to see what is wrong with it.':
    'Frag "Warum läuft {0} nicht?", um zu sehen, was damit ist.',
  '{0} was put to sleep on purpose. Whoever did can undo that request while it is kept.':
    '{0} wurde mit Absicht schlafen gelegt. Wer das war, kann den Antrag rückgängig machen, solange es aufbewahrt wird.',
  'Git says that it should have {0}; the platform team can see who stopped it, and sync it.':
    'Laut Git sollte es {0} haben; das Plattform-Team sieht, wer es angehalten hat, und kann es abgleichen.',

  '{0} cannot start: one of its volumes cannot be attached.':
    '{0} kann nicht starten: Eines der Laufwerke lässt sich nicht anschließen.',
  'The platform team can see what is wrong with the volume.':
    'Das Plattform-Team sieht, was mit dem Laufwerk ist.',
  "{0} was stopped because it wrote more to its machine's disk than it may.":
    '{0} wurde angehalten, weil es mehr auf die Festplatte der Maschine schrieb, als es darf.',
  'Somebody who knows it can see what it writes, or give it a volume.':
    'Wer sich damit auskennt, sieht, was es schreibt, oder kann ihm ein Laufwerk geben.',

  '{0} cannot start: the volume "{1}" that it needs is not there.':
    '{0} kann nicht starten: Das nötige Laufwerk "{1}" ist nicht da.',
  '{0} cannot start: its volume asks for a kind of storage that the cluster does not have.':
    '{0} kann nicht starten: Sein Laufwerk verlangt eine Art von Speicher, die der Cluster nicht hat.',
  '{0} cannot start: the cluster cannot make its volume.':
    '{0} kann nicht starten: Der Cluster kann sein Laufwerk nicht anlegen.',
  '{0} does not answer because the machine "{1}" that it runs on is down.':
    '{0} antwortet nicht, weil seine Maschine "{1}" ausgefallen ist.',
  '{0} runs on a machine that is running short ("{1}").':
    '{0} läuft auf einer Maschine, auf der es eng wird ("{1}").',
  'The platform team looks after the machines.':
    'Um die Maschinen kümmert sich das Plattform-Team.',
  '{0} cannot be reached at {1}: the address leads to something that is not there ({2}).':
    '{0} ist unter {1} nicht zu erreichen: Die Adresse führt zu etwas, das es nicht gibt ({2}).',
  'Somebody who knows it can correct its address in Git.':
    'Wer sich damit auskennt, kann die Adresse in Git berichtigen.',

  '{0} is asleep since {1}; its data is kept until {2}.':
    '{0} schläft seit {1}; die Daten bleiben bis {2} erhalten.',
  '{0} is asleep since {1}; its data is kept.':
    '{0} schläft seit {1}; die Daten bleiben erhalten.',
  'Whoever put it to sleep can undo that request while it is kept.':
    'Wer es schlafen gelegt hat, kann den Antrag rückgängig machen, solange es aufbewahrt wird.',
  '{0} is switched off: it has no copies.':
    '{0} ist ausgeschaltet: Es hat keine Kopien.',
  'The newest version of {0} is not rolled out: somebody has paused that.':
    'Die neueste Version von {0} wird nicht ausgerollt: Jemand hat das angehalten.',
  'Whoever paused it, or the platform team, can let it go on.':
    'Wer es angehalten hat, oder das Plattform-Team, kann es weitergehen lassen.',
  'The newest version of {0} does not get ready.':
    'Die neueste Version von {0} wird nicht bereit.',

  'What Git says of {0} cannot be brought into the cluster.':
    'Was in Git über {0} steht, lässt sich nicht in den Cluster bringen.',
  'The newest change of {0} in Git was refused by the cluster.':
    'Die neueste Änderung an {0} in Git hat der Cluster abgelehnt.',
  'The cluster does not run {0} as Git says.':
    'Der Cluster betreibt {0} nicht so, wie es in Git steht.',
  'The cluster does not run {0} as Git says: somebody has to start that on purpose.':
    'Der Cluster betreibt {0} nicht so, wie es in Git steht: Das muss jemand eigens anstoßen.',
  '{0} is not well, as Argo CD says too.':
    '{0} geht es nicht gut, wie auch Argo CD sagt.',
  'The platform team can see in Argo CD what is in the way.':
    'Das Plattform-Team sieht in Argo CD, was im Weg ist.',

  '{0} is still starting, and nothing about that looks wrong so far.':
    '{0} startet noch, und bisher sieht nichts daran falsch aus.',
  'I see nothing wrong with {0}: {1} ready.':
    'An {0} sehe ich nichts Falsches: {1} bereit.',
  'I see nothing wrong with {0}; it runs only from time to time.':
    'An {0} sehe ich nichts Falsches; es läuft nur von Zeit zu Zeit.',
  '{0} is written in Git but is not in the cluster.':
    '{0} steht in Git, ist aber nicht im Cluster.',
  'If it was only just asked for, it comes in a minute; else the platform team can see in Argo CD what is in the way.':
    'Wurde es gerade erst verlangt, kommt es gleich; sonst sieht das Plattform-Team in Argo CD, was im Weg ist.',
  'Only {0} of {1} of {2} answer, and I cannot see why.':
    'Von {2} antworten nur {0} von {1}, und ich sehe nicht, warum.',
  'Somebody who knows it can look at its logs and events.':
    'Wer sich damit auskennt, kann in Logs und Ereignisse sehen.',
  'the last restart was {0}': 'der letzte Neustart war {0}',
};
