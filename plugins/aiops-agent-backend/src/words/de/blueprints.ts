import type { Sentences } from '../say';

/** What can be deployed out of the box, as its blueprints describe it. */
export const blueprints: Sentences = {
  'Web app': 'Web-App',
  'A web app': 'Eine Web-App',
  'Any web application that comes as a container image and answers on one port.':
    'Jede Web-Anwendung, die als Container-Image kommt und auf einem Port antwortet.',
  'A WordPress website': 'Eine WordPress-Website',
  'A website or blog that is edited in the browser, with a database of its own.':
    'Eine Website oder ein Blog, im Browser zu bearbeiten, mit eigener Datenbank.',
  'A Ghost publication': 'Eine Publikation mit Ghost',
  'A publication with newsletters and members. Whoever opens /ghost/ first becomes its owner.':
    'Eine Publikation mit Newslettern und Mitgliedern. Wer /ghost/ zuerst öffnet, dem gehört sie.',
  'A MariaDB database': 'Eine MariaDB-Datenbank',
  'A relational database, compatible with most of MySQL; WordPress uses it.':
    'Eine relationale Datenbank, weitgehend wie MySQL; WordPress benutzt sie.',
  'A MySQL database': 'Eine MySQL-Datenbank',
  'A relational database; Ghost uses it.':
    'Eine relationale Datenbank; Ghost benutzt sie.',
  'A PostgreSQL database': 'Eine PostgreSQL-Datenbank',
  'A relational database; the usual choice for an application of your own.':
    'Eine relationale Datenbank; die übliche Wahl für eine eigene Anwendung.',
  'A Redis cache': 'Ein Redis-Cache',
  'A Valkey cache': 'Ein Valkey-Cache',
  'A fast store in memory for things that can be made again; it keeps nothing when it restarts.':
    'Ein schneller Speicher für Dinge, die sich neu erzeugen lassen; bei einem Neustart behält er nichts.',
};
