import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { lookAgain } from './look-again';

function asking(client: QueryClient) {
  const answers: ((said: string) => void)[] = [];
  const observer = new QueryObserver(client, { queryKey: ['list'], queryFn: () => new Promise<string>((resolve) => answers.push(resolve)) });
  const stop = observer.subscribe(() => undefined);
  return { answers, stop };
}

const said = (client: QueryClient) => client.getQueryData(['list']);

test('an answer that was on its way when something changed is asked for again', async () => {
  const client = new QueryClient();
  const { answers, stop } = asking(client);
  const looked = lookAgain(client, { queryKey: ['list'] });
  answers[0]!('before the change');
  await vi.waitFor(() => expect(answers).toHaveLength(2));
  answers[1]!('after it');
  await looked;
  expect(said(client)).toBe('after it');
  stop();
});

test('what has been answered before is asked once', async () => {
  const client = new QueryClient();
  const { answers, stop } = asking(client);
  answers[0]!('before the change');
  await vi.waitFor(() => expect(said(client)).toBe('before the change'));
  const looked = lookAgain(client, { queryKey: ['list'] });
  answers[1]!('after it');
  await looked;
  expect(answers).toHaveLength(2);
  stop();
});
