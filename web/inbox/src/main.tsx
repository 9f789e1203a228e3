import '@fontsource-variable/inter/wght.css';
import '@shared/style/tokens.css';
import '@shared/style/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { takeArrival } from '@/features/session/api';
import { preferred, speak } from '@shared/i18n';
import { findApi } from '@shared/api/place';
import { session } from '@shared/api/session';
import { App } from '@/app/App';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root.');

try {
  await Promise.all([findApi(), speak(session.get()?.agent.language ?? preferred())]);
} catch (error) {
  root.textContent = String(error);
  throw error;
}
void takeArrival();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
