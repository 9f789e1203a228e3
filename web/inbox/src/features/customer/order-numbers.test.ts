import { ordersIn } from './order-numbers';

const said = (text: string, subject = '') => [{ subject, text }];

test.each([
  ['Where is my order 10045?', ['10045']],
  ['Order no. #A-10045 has not come', ['A-10045']],
  ['Moje objednávka č. 20260011 nedorazila', ['20260011']],
  ['Zamówienie nr 55512 jeszcze nie przyszło', ['55512']],
  ['Где мой заказ № 77120?', ['77120']],
  ['주문번호 88123 어디쯤인가요', ['88123']],
  ['my order DS-4821907 came today', ['DS-4821907']],
  ['order no4821 is late', ['4821']],
  ['It is #10045, and again #10045', ['10045']],
  ['Call me on 602 123 456 in 2026', []],
  ['We answered you as [#4711] before', []],
])('%s', (text, numbers) => {
  expect(ordersIn(said(text), {}, [])).toEqual(numbers);
});

test('answers of a form come first, and the ticket’s own number is no order', () => {
  expect(ordersIn(said('', 'Re: order #10045 #12001'), { 'order-number': '#90001', email: 'a1234@x.cz' }, ['12001'])).toEqual(['90001', '10045']);
});
