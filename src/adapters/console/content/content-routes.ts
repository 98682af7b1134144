import type { Http } from '../../http.ts';
import { allow } from '../allow.ts';
import type { ContentDesk } from './content-desk.ts';
import { entriesRoutes } from './entries-routes.ts';
import { gapsRoutes } from './gaps-routes.ts';
import { remindersRoute } from './reminders-route.ts';
import { revisionsRoutes } from './revisions-routes.ts';
import { rulesRoutes } from './rules-routes.ts';
import { suggestionsRoutes } from './suggestions-routes.ts';
import { trialsRoutes } from './trials-routes.ts';
import { weeklyRoutes } from './weekly-routes.ts';

/** What editors and supervisors change while the service runs. Nothing here leads to a conversation. */
export function contentRoutes(scope: Http, desk: ContentDesk): void {
  scope.register(
    async (own: Http) => {
      own.addHook('onRequest', allow('editor', 'supervisor'));
      entriesRoutes(own, desk);
      gapsRoutes(own, desk);
      suggestionsRoutes(own, desk);
      trialsRoutes(own, desk);
      rulesRoutes(own, desk);
      revisionsRoutes(own, desk);
      remindersRoute(own, desk);
      weeklyRoutes(own, desk);
    },
    { prefix: '/content' },
  );
}
