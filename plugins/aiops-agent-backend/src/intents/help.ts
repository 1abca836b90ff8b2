import {
  defineIntent,
  type Answer,
} from '@aiops-portal/plugin-aiops-agent-node';
import { z } from 'zod';
import { helpPhrases } from './help.phrases';
import { HELP_TOPICS } from './help-topics';
import { findPassage, type Passage } from './reading';
import { suggestionsFor } from './suggestions';
import { phrase, say, sayAgain } from '../words';

const parameters = z.object({
  topic: z.string().max(200).optional().describe('What is to be explained'),
});

const OVERVIEW = phrase`Say what you need in your own words; nothing happens until you agree.

- **Make things**: environments, websites and other applications, databases and caches
- **See how they are**: whether they run well, what they cost, how much room is left
- **Mend and change them**: why something is broken or slow, more copies, more memory, a restart, a backup
- **Find passwords**, which are shown once and never in a chat
- **Follow requests**: what you asked for, what waits for you, and taking it back`;

function fromDocumentation({ heading, page, path, text }: Passage): Answer {
  return {
    text: `**${heading}**\n\n${text}\n\n_${say`From “${page}” (${path}).`}_`,
    material: [{ source: path, text: `${heading}\n${text}` }],
  };
}

/** What one can ask for, or one thing explained. */
export const help = defineIntent({
  name: 'help',
  title: 'Explain something',
  kind: 'answer',
  risk: 'none',
  parameters,
  examples: helpPhrases,

  async answer(params, context) {
    const own = suggestionsFor(context);
    const about = params.topic?.toLowerCase().replace(/[\s_]+/g, '-');
    if (!about) {
      return { text: sayAgain(OVERVIEW), suggestions: own };
    }
    const passage = findPassage(about, context.platform.files);
    const topic = HELP_TOPICS.find(candidate => candidate.about.test(about));
    if (passage && (passage.exact || !topic)) {
      return { ...fromDocumentation(passage), suggestions: own };
    }
    if (!topic) {
      return {
        text: `${say`I found nothing about that in the documentation.`}\n\n${sayAgain(
          OVERVIEW,
        )}`,
        suggestions: own,
      };
    }
    const { example } = topic;
    const suggestions = example
      ? [{ text: example }, ...own.filter(({ text }) => text !== example)]
      : own;
    return {
      text: await topic.text(context),
      suggestions: suggestions.slice(0, 3),
    };
  },
});
