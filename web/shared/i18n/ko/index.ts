import common from './common.json';
import inbox from './inbox.json';
import conversation from './conversation.json';
import line from './line.json';
import chat from './chat.json';
import portal from './portal.json';
import replies from './replies.json';
import spam from './spam.json';
import talk from './talk.json';
import sla from './sla.json';
import work from './work.json';
import write from './write.json';
import session from './session.json';
import ticket from './ticket.json';

export default { ...common, ...inbox, ...conversation, ...line, ...chat, ...portal, ...replies, ...spam, ...talk, ...sla, ...work, ...write, ...session, ...ticket };
