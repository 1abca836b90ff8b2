import { Route, Routes } from 'react-router-dom';
import { RequestPage } from './RequestPage';
import { RequestsPage } from './RequestsPage';

/** All requests, or one. */
export function RequestsRoutes() {
  return (
    <Routes>
      <Route path="/" element={<RequestsPage />} />
      <Route path="/:requestId" element={<RequestPage />} />
    </Routes>
  );
}
