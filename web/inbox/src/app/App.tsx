import { QueryClientProvider } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import { useArrival } from '@/features/session/api';
import { SignInAgain } from '@/features/session/SignInAgain';
import { SignInScreen } from '@/features/session/SignInScreen';
import { useSession } from '@shared/api/session';
import { withTexts } from '@shared/i18n/withTexts';
import { usePath } from '@shared/router';
import { Boundary } from '@shared/ui/Boundary';
import { Toasts } from '@shared/ui/Toasts';
import { createClient } from './query-client';
import { routeOf } from './routes';
import { Shell } from './Shell';

const SetupPage = withTexts(() => import('./SetupPage'));
const DesignScreen = withTexts(() => import('@/features/design/DesignScreen'));
const JoinScreen = withTexts(() => import('@/features/join/JoinScreen'));

export function App() {
  const [client] = useState(createClient);
  return (
    <QueryClientProvider client={client}>
      <Boundary>
        <Pages />
      </Boundary>
      <SignInAgain />
      <Toasts />
    </QueryClientProvider>
  );
}

function Pages() {
  const path = usePath();
  const session = useSession();
  const arriving = useArrival().at === 'coming';
  const route = routeOf(path);
  if (route.page === 'setup' || route.page === 'join' || route.page === 'design')
    return (
      <Suspense>
        {route.page === 'setup' && <SetupPage token={route.token} />}
        {route.page === 'join' && <JoinScreen />}
        {route.page === 'design' && <DesignScreen />}
      </Suspense>
    );
  return session && !arriving ? <Shell key={session.agent.id} route={route} /> : <SignInScreen />;
}
