import type { PlanField } from '@aiops-portal/plugin-aiops-agent-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { aiopsAgentTranslationRef } from '../../translation';

/**
 * What is different, as a sentence: 'call it spring, low traffic'. Undefined
 * when nothing is.
 */
export function useCorrection(
  fields: PlanField[],
  values: Record<string, string>,
): string | undefined {
  const { t } = useTranslationRef(aiopsAgentTranslationRef);
  const parts = fields.flatMap(field => {
    const value = (values[field.name] ?? field.value).trim();
    return value === '' || value === field.value ? [] : [say(field, value)];
  });
  return parts.length > 0 ? parts.join(', ') : undefined;

  function say(field: PlanField, value: string): string {
    switch (field.name) {
      case 'name':
        return t('correction.name', { value });
      case 'traffic':
        return t('correction.traffic', { value });
      case 'size':
        return t('correction.size', { value });
      case 'services':
        return t('correction.services', { value });
      case 'tier':
      case 'engine':
        return t('correction.kind', { value });
      case 'access':
        return accessWord(value);
      default:
        return t('correction.other', { label: field.label, value });
    }
  }

  function accessWord(value: string): string {
    switch (value) {
      case 'team':
        return t('correction.accessTeam');
      case 'company':
        return t('correction.accessCompany');
      default:
        return t('correction.access', { value });
    }
  }
}
