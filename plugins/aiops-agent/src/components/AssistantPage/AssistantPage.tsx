import { Route, Routes } from 'react-router-dom';
import { Assistant } from './Assistant';

/** The portal-wide assistant: conversations and their history. */
export function AssistantPage() {
  return (
    <Routes>
      <Route path="/:conversationId?" element={<Assistant />} />
    </Routes>
  );
}
