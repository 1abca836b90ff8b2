import type {
  AiopsAgentApi,
  Params,
  Plan,
  Turn,
} from '@aiops-portal/plugin-aiops-agent-common';
import { ResponseError } from '@backstage/errors';
import {
  appLanguageApiRef,
  translationApiRef,
  type ApiHolder,
  type AppLanguageApi,
} from '@backstage/frontend-plugin-api';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState, type ComponentProps } from 'react';
import { aiopsAgentApiRef } from '../../api';
import { aPlan, aTurn, FakeAiopsAgent, maya } from '../../__testUtils__';
import { answersOf, paramsOf, type Agreement } from './agreement';
import { sayYes } from './agreeAtCreate';
import { checkAgreement } from './checkAgreement';
import { checkGiven } from './checkGiven';
import { ChoiceField } from './ChoiceField';
import { PlanField } from './PlanField';
import { TextField } from './TextField';

/** A backend that proposes a plan for each set of answers. */
class FormAgent extends FakeAiopsAgent {
  readonly asked: Array<{ intent: string; params?: Params }> = [];
  over: Partial<Plan> = {};

  async runIntent(intent: string, input?: { params?: Params }): Promise<Turn> {
    this.asked.push({ intent, params: input?.params });
    if (!input?.params?.engine) {
      return aTurn({ text: 'Which database would you like?' });
    }
    const number = this.asked.length;
    const plan = aPlan({
      id: `plan-${number}`,
      hash: `hash-${number}`,
      ...this.over,
    });
    this.plans.set(plan.id, plan);
    return aTurn({ text: plan.summary }, { plan });
  }
}

type PlanFieldProps = ComponentProps<typeof PlanField>;
type ChoiceFieldProps = ComponentProps<typeof ChoiceField>;
type TextFieldProps = ComponentProps<typeof TextField>;

let answers: Params;

/** A form with one question and the plan of its answers. */
function Form(props: { initial: Params }) {
  const [formData, setFormData] = useState(props.initial);
  answers = formData;
  return (
    <>
      <label>
        Name
        <input
          value={String(formData.name ?? '')}
          onChange={event => {
            const name = event.target.value;
            setFormData(before => ({ ...before, name }));
          }}
        />
      </label>
      <PlanField
        {...({
          schema: { title: 'What will happen' },
          uiSchema: { 'ui:options': { intent: 'deploy_database' } },
          formContext: { formData },
          formData: formData.agreement,
          onChange: (agreement: unknown) =>
            setFormData(before => ({ ...before, agreement })),
        } as unknown as PlanFieldProps)}
      />
    </>
  );
}

function renderForm(agent: FormAgent, initial: Params) {
  renderInTestApp(<Form initial={initial} />, {
    apis: [[aiopsAgentApiRef, agent as unknown as AiopsAgentApi]],
  });
  return userEvent.setup({ advanceTimers: jest.advanceTimersByTime });
}

const theBox = () => screen.findByRole('checkbox', { name: /I agree to this/ });

describe('the plan in a form', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('takes a yes to what is shown, and takes it back when an answer changes', async () => {
    const agent = new FormAgent(maya());
    const user = renderForm(agent, { engine: 'postgresql', name: '' });

    await user.click(await theBox());
    expect(answers.agreement).toEqual({
      planId: 'plan-1',
      hash: 'hash-1',
      answers: '[["engine","postgresql"]]',
      title: 'A WordPress website and its database: events-site',
      price: '$10 a month',
    });
    // Nothing was said to the portal but what is wanted.
    expect(agent.confirmed).toEqual([]);

    await user.type(screen.getByLabelText('Name'), 'shop');
    expect(answers.agreement).toEqual({});
    expect(await theBox()).toBeDisabled();
    await act(() => jest.advanceTimersByTimeAsync(600));
    expect(agent.asked).toEqual([
      { intent: 'deploy_database', params: { engine: 'postgresql' } },
      {
        intent: 'deploy_database',
        params: { engine: 'postgresql', name: 'shop' },
      },
    ]);
    expect(await theBox()).not.toBeChecked();
    await user.click(await theBox());
    expect(answers.agreement).toMatchObject({ planId: 'plan-2' });
    await user.click(await theBox());
    expect(answers.agreement).toEqual({});
  });

  it('keeps what was agreed to while somebody looks at another page', async () => {
    const agent = new FormAgent(maya());
    agent.plans.set('plan-0', aPlan({ id: 'plan-0', hash: 'hash-0' }));
    const agreement = {
      planId: 'plan-0',
      hash: 'hash-0',
      answers: answersOf({ engine: 'postgresql' }),
    };
    renderForm(agent, { engine: 'postgresql', agreement });
    expect(await theBox()).toBeChecked();
    expect(agent.asked).toEqual([]);
  });

  it('forgets what was carried out already, as when a task is started over', async () => {
    const agent = new FormAgent(maya());
    agent.plans.set('plan-0', aPlan({ id: 'plan-0', state: 'confirmed' }));
    const agreement = {
      planId: 'plan-0',
      hash: 'hash-1',
      answers: answersOf({ engine: 'postgresql' }),
    };
    renderForm(agent, { engine: 'postgresql', agreement });
    expect(await theBox()).not.toBeChecked();
    expect(answers.agreement).toEqual({});
  });

  it('asks for what is missing, and says who could where it is refused', async () => {
    const agent = new FormAgent(maya());
    renderForm(agent, {});
    expect(
      await screen.findAllByText('Which database would you like?'),
    ).not.toHaveLength(0);
    expect(screen.queryByRole('checkbox')).toBeNull();
  });

  it('offers no yes to what is refused, and says who could', async () => {
    const agent = new FormAgent(maya());
    agent.over = {
      decision: {
        outcome: 'deny',
        reasons: ['There is no room left.'],
        approvers: ['Lena'],
        approvalsNeeded: 0,
      },
    };
    renderForm(agent, { engine: 'postgresql' });
    expect(
      await screen.findByText('Lena could do this, or help you.'),
    ).toBeInTheDocument();
    expect(screen.queryByRole('checkbox')).toBeNull();
  });

  it('takes the yes back when the plan grows too old', async () => {
    const agent = new FormAgent(maya());
    agent.over = { expiresAt: new Date(Date.now() + 60_000).toISOString() };
    const user = renderForm(agent, { engine: 'postgresql' });
    await user.click(await theBox());
    await act(() => jest.advanceTimersByTimeAsync(60_001));
    expect(answers.agreement).toEqual({});
    agent.over = {};
    await user.click(screen.getByRole('button', { name: 'Work it out again' }));
    expect(await theBox()).not.toBeChecked();
  });
});

describe('leaving the page with the plan', () => {
  async function complaints(value: unknown, formData: Params) {
    const agent = new FormAgent(maya());
    agent.plans.set('p1', aPlan({ id: 'p1', hash: 'h1' }));
    agent.plans.set('old', aPlan({ id: 'old', hash: 'h1', state: 'expired' }));
    const apis = new Map<string, unknown>([
      [aiopsAgentApiRef.id, agent],
      [translationApiRef.id, mockApis.translation()],
    ]);
    const apiHolder = {
      get: (ref: { id: string }) => apis.get(ref.id),
    } as ApiHolder;
    const said: string[] = [];
    await checkAgreement(
      value,
      { addError: message => said.push(message) },
      {
        apiHolder,
        formData,
      },
    );
    return said;
  }
  const formData = { engine: 'mysql', name: '', services: [] };
  const agreement = {
    planId: 'p1',
    hash: 'h1',
    answers: answersOf(paramsOf(formData)),
  };

  it('takes a yes to the plan of these answers, while it holds', async () => {
    expect(await complaints(agreement, { ...formData, agreement })).toEqual([]);
    expect(await complaints({}, formData)).toEqual([
      expect.stringContaining('agree to it first'),
    ]);
    expect(await complaints(agreement, { engine: 'redis' })).toEqual([
      expect.stringContaining('An answer has changed'),
    ]);
    expect(await complaints({ ...agreement, planId: 'old' }, formData)).toEqual(
      [expect.stringContaining('no longer holds')],
    );
    expect(
      await complaints({ ...agreement, hash: 'other' }, formData),
    ).toHaveLength(1);
  });
});

describe('pressing Create', () => {
  const agreement: Agreement = {
    planId: 'p1',
    hash: 'h1',
    answers: '[]',
    title: 'A database',
    price: '$9 a month',
  };
  const page = '/create/templates/default/database';

  it('says the yes once, by the hash of what was shown', async () => {
    const confirmPlan = jest.fn();
    expect(await sayYes(agreement, page, { confirmPlan })).toEqual(agreement);
    expect(confirmPlan.mock.calls).toEqual([['p1', 'h1']]);
  });

  it('says nothing where a form is only tried out, or nothing was agreed to', async () => {
    const confirmPlan = jest.fn();
    for (const path of [
      '/create/edit/template',
      '/create/edit/template-form',
    ]) {
      expect(await sayYes(agreement, path, { confirmPlan })).toBeUndefined();
    }
    expect(await sayYes({}, page, { confirmPlan })).toBeUndefined();
    expect(confirmPlan).not.toHaveBeenCalled();
  });

  it('tells the task why the portal did not take the yes', async () => {
    const response = new Response(
      JSON.stringify({
        error: { name: 'ConflictError', message: 'This plan is too old.' },
        response: { statusCode: 409 },
      }),
      { status: 409, headers: { 'content-type': 'application/json' } },
    );
    const error = await ResponseError.fromResponse(response as never);
    const refused = async () => {
      throw error;
    };
    expect(
      await sayYes(agreement, page, { confirmPlan: refused as never }),
    ).toEqual({ ...agreement, refusal: 'This plan is too old.' });
  });
});

/** A page in a language that nobody changes meanwhile. */
const speaks = (language: string) =>
  [
    appLanguageApiRef,
    {
      getLanguage: () => ({ language }),
      getAvailableLanguages: () => ({ languages: ['en', language] }),
      language$: () => ({ subscribe: () => ({ unsubscribe: () => {} }) }),
    } as unknown as AppLanguageApi,
  ] as const;

const NEW = { value: 'new', label: 'A new one' };

describe('a choice in a form', () => {
  const choose = (over: object, language = 'en') => {
    const agent = new FormAgent(maya());
    agent.blueprints = [
      {
        name: 'redis',
        title: 'Redis',
        description: 'A cache.',
        role: 'cache',
        needsImage: false,
      },
      {
        name: 'mysql',
        title: 'MySQL',
        description: 'A database.',
        role: 'database',
        needsImage: false,
      },
    ];
    const onChange = jest.fn();
    renderInTestApp(
      <ChoiceField
        {...({
          schema: { type: 'string', title: 'Which one' },
          uiSchema: {},
          onChange,
          required: true,
          ...over,
        } as unknown as ChoiceFieldProps)}
      />,
      {
        apis: [
          [aiopsAgentApiRef, agent as unknown as AiopsAgentApi],
          speaks(language),
        ],
      },
    );
    return { user: userEvent.setup(), onChange };
  };

  it('takes the only one there is', async () => {
    const { onChange } = choose({
      uiSchema: { 'ui:options': { from: 'databases' } },
    });
    await waitFor(() => expect(onChange).toHaveBeenCalledWith('mysql'));
  });

  it('is empty until it is made, where it has to be', async () => {
    const { onChange } = choose({
      uiSchema: { 'ui:options': { from: 'environments', other: NEW } },
    });
    await waitFor(() => expect(onChange).toHaveBeenCalledWith(''));
  });

  it('offers what the person has, and what is always there', async () => {
    const { user, onChange } = choose({
      uiSchema: {
        'ui:options': {
          from: 'environments',
          other: NEW,
        },
      },
    });
    await user.click(await screen.findByRole('button', { name: /Which one/ }));
    expect(
      screen.getAllByRole('option').map(option => option.textContent),
    ).toEqual(['marketing-dev', 'A new one']);
    await user.click(screen.getByRole('option', { name: 'A new one' }));
    expect(onChange).toHaveBeenCalledWith('new');
  });

  it('offers several where the answer is a list', async () => {
    const { user, onChange } = choose({
      schema: { type: 'array', title: 'Which ones' },
      uiSchema: { 'ui:options': { from: 'services' } },
      formData: ['mysql'],
    });
    expect(
      await screen.findByRole('checkbox', { name: /MySQL/ }),
    ).toBeChecked();
    await user.click(screen.getByRole('checkbox', { name: /Redis/ }));
    expect(onChange).toHaveBeenCalledWith(['mysql', 'redis']);
  });

  it('offers the values that the template names', async () => {
    const { user, onChange } = choose({
      schema: {
        type: 'string',
        title: 'How big',
        enum: ['small', 'large'],
        enumNames: ['Small, for trying things out'],
      },
      formData: 'small',
    });
    await user.click(
      await screen.findByRole('button', { name: /Small, for.*How big/ }),
    );
    await user.click(screen.getByRole('option', { name: 'large' }));
    expect(onChange).toHaveBeenCalledWith('large');
  });

  it('speaks the language of the page where the template does', async () => {
    const german = {
      schema: {
        type: 'string',
        title: 'Where it should live',
        description: 'An environment.',
        enum: ['small', 'large'],
        enumNames: ['Small', 'Large'],
      },
      uiSchema: {
        'ui:options': {
          in: {
            de: {
              title: 'Wo es leben soll',
              enumNames: ['Klein', 'Groß'],
              other: 'Eine neue',
            },
          },
        },
      },
      formData: 'large',
    };
    choose(german, 'de-AT');
    expect(
      await screen.findByRole('button', { name: /Groß.*Wo es leben soll/ }),
    ).toBeInTheDocument();
    // What it doesn't say in German stays as it is.
    expect(screen.getByText('An environment.')).toBeInTheDocument();
  });

  it('says in the language of the page what is always there', async () => {
    const { user } = choose(
      {
        uiSchema: {
          'ui:options': {
            from: 'environments',
            other: NEW,
            in: { de: { other: 'Eine neue' } },
          },
        },
      },
      'de',
    );
    await user.click(await screen.findByRole('button', { name: /Which one/ }));
    expect(
      screen.getByRole('option', { name: 'Eine neue' }),
    ).toBeInTheDocument();
  });
});

describe('a form with an answer missing', () => {
  it('says what to do about it in the language of the page', () => {
    const apiHolder = {
      get: () => mockApis.translation(),
    } as unknown as ApiHolder;
    const said: string[] = [];
    const field = { addError: (message: string) => said.push(message) };
    const check = checkGiven('template.choose');
    check('mysql', field, { apiHolder });
    check(undefined, field, { apiHolder });
    expect(said).toEqual([]);
    check('', field, { apiHolder });
    expect(said).toEqual(['Choose one']);
    expect(() =>
      check('', field, { apiHolder: { get: () => undefined } }),
    ).toThrow('not installed');
  });
});

describe('a line of text in a form', () => {
  it('is empty where it has to be given', async () => {
    const onChange = jest.fn();
    const user = userEvent.setup();
    const props = { schema: { type: 'string', title: 'Its name' }, onChange };
    renderInTestApp(
      <TextField
        {...({ ...props, uiSchema: {}, required: true, formData: 'x' } as any)}
      />,
    );
    await user.clear(await screen.findByLabelText(/Its name/));
    expect(onChange).toHaveBeenLastCalledWith('');
  });

  it('is asked for in the language of the page, and nothing where it is empty', async () => {
    const onChange = jest.fn();
    const user = userEvent.setup();
    renderInTestApp(
      <TextField
        {...({
          schema: { type: 'string', title: 'Its name', maxLength: 63 },
          uiSchema: {
            'ui:options': {
              in: { de: { title: 'Wie es heißt', description: 'Oder leer.' } },
            },
          },
          formData: 'x',
          onChange,
        } as unknown as TextFieldProps)}
      />,
      { apis: [speaks('de')] },
    );
    const field = await screen.findByLabelText('Wie es heißt');
    expect(field).toHaveAttribute('maxlength', '63');
    expect(screen.getByText('Oder leer.')).toBeInTheDocument();
    await user.type(field, 'y');
    expect(onChange).toHaveBeenLastCalledWith('xy');
    await user.clear(field);
    expect(onChange).toHaveBeenLastCalledWith(undefined);
  });
});
