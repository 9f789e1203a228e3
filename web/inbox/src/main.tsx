import '@shared/style/tokens.css';
import '@shared/style/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { preferred, speak } from '@shared/i18n';
import { session } from '@shared/api/session';
import { App } from '@/app/App';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root.');

await speak(session.get()?.agent.language ?? preferred());
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
