import { useEffect, useState } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import type { EntityAssistantState } from './entityAssistantState';

/**
 * What was handed over with the navigation that led here; taken out of the
 * history, so that going back or loading again doesn't hand it over again.
 */
export function useHandedOver(): EntityAssistantState | undefined {
  const location = useLocation();
  const navigate = useNavigate();
  const state = location.state as EntityAssistantState | null;
  const [handed] = useState(state ?? undefined);
  useEffect(() => {
    if (state) {
      navigate(location, { replace: true, state: null });
    }
  }, [location, navigate, state]);
  return handed;
}
