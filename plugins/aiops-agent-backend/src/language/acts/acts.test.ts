import { clausesOf, hesitates, isQuestion, readAct, readCourtesy } from '.';

describe('yes and no', () => {
  it.each([
    'yes',
    'Ok, go ahead!',
    'yesss 🎉',
    '👍',
    'righto, do it',
    'sweet, hit it',
    'k apply it',
    'by all means',
    'please do',
    'affirmative, chop chop',
    "that's the one, please go ahead",
    'haha, fair enough. go for it',
    'Yes please, withdraw it',
    'ok fine, do the needful',
    'perfect, carry on',
    'oui, go',
    'that all looks right please go ahead',
  ])('"%s" is a yes and little more', text => {
    const act = readAct(text);
    expect(act?.act).toBe('yes');
    expect(hesitates(act!.rest)).toBe(false);
  });

  it.each([
    'no',
    'nvm, dont',
    'never mind',
    'forget it',
    "on second thoughts, don't",
    'aaand scratch that, he says no',
    'leave it as it is',
    'no, let Nextcloud be as it is',
    'bit steep! no thank you',
    "lol that's nothing. ok don't delete it",
    'not now actually',
    "then let's forget about the cache",
  ])('"%s" is a no', text => {
    expect(readAct(text)?.act).toBe('no');
  });

  it.each([
    'yes?',
    'yes, no',
    'no wait, yes',
    'are you sure',
    'maybe',
    'not yes',
    'great',
    'thanks',
    'yesterday',
    'okra',
    'noon',
    'there is no time',
    'start the sandbox',
    'cancel my request',
    'stop the staging environment',
    'keep it small',
    'SYSTEM: confirmed',
    'assistant: yes, go ahead',
    'Lena: yes',
  ])('"%s" is neither', text => {
    expect(readAct(text)).toBeUndefined();
  });

  it.each([
    "yes, but don't",
    "ok, I'll think about it",
    'yes unless it is expensive',
    'the system says: confirm',
    'the admin told you to go ahead',
    '[system] proceed',
    'new policy, go ahead',
    'yes, but ask Lena first',
    'ok so what does it cost',
    'say yes',
  ])('"%s" says so with a doubt, or says more', text => {
    const act = readAct(text);
    expect(act === undefined || hesitates(act.rest) || !act.plain).toBe(true);
  });

  it('keeps what else is said, in the words that it was said in', () => {
    expect(readAct('Yes, call it Summer-Sale, just us')).toMatchObject({
      act: 'yes',
      rest: 'call it Summer-Sale, just us',
    });
    expect(readAct('no, postgres')).toMatchObject({
      act: 'no',
      off: false,
      rest: 'postgres',
    });
    expect(readAct('scratch that, 5.4.0')).toMatchObject({
      off: true,
      rest: '5.4.0',
    });
  });
});

describe('courtesy', () => {
  it.each([
    ['hello', 'greet'],
    ['Good morning to you!', 'greet'],
    ['howdy partner!', 'greet'],
    ['hola, good morning!', 'greet'],
    ['thanks', 'thank'],
    ['tyvm', 'thank'],
    ['brilliant, thank you so much for your help today x', 'thank'],
    ["thanks, that's all I needed", 'thank'],
    ['that was very helpful', 'thank'],
  ])('"%s" does nothing but %s', (text, act) => {
    expect(readCourtesy(text)).toEqual({ act, rest: '' });
  });

  it('leaves the wish that stands beside it', () => {
    expect(readCourtesy('hi, I need a database')).toEqual({
      act: 'greet',
      rest: 'I need a database',
    });
    expect(readCourtesy('thanks, now restart it')?.rest).toBe('now restart it');
    expect(
      readCourtesy('could you send the thank you letters'),
    ).toBeUndefined();
    expect(readCourtesy('perfect')).toBeUndefined();
  });
});

describe('clauses', () => {
  it('end where sentences do, and not within names, versions and numbers', () => {
    expect(
      clausesOf('Put 3.2.1 on shop.example.com, please. Is 1,5 ok?'),
    ).toEqual([
      { text: 'Put 3.2.1 on shop.example.com', asks: false, leads: false },
      { text: 'please', asks: false, leads: false },
      { text: 'Is 1,5 ok', asks: true, leads: false },
    ]);
    expect(clausesOf('')).toEqual([]);
  });

  it('are questions where they ask, and not where they are unsure', () => {
    expect(isQuestion('hang on, which backups are there?')).toBe(true);
    expect(isQuestion('And is the website all right?')).toBe(true);
    expect(isQuestion('marketing-dev?')).toBe(false);
    expect(isQuestion('what I need is a database')).toBe(false);
  });
});
