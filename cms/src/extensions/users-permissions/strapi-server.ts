import { endTokensWithSessions } from '../../accounts/ended-sessions';

export default endTokensWithSessions;
