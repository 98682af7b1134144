import type { Http } from '../../http.ts';
import { allow } from '../allow.ts';
import { alertsRoute } from './alerts-route.ts';
import { assignRoute } from './assign-route.ts';
import { attentionRoutes } from './attention-routes.ts';
import { caseRoute } from './case-route.ts';
import { eventsRoute } from './events-route.ts';
import { handoverRoute } from './handover-route.ts';
import { historyRoute } from './history-route.ts';
import { noteRoutes } from './note-route.ts';
import { pictureRoute } from './picture-route.ts';
import { presenceRoute } from './presence-route.ts';
import { queueRoute } from './queue-route.ts';
import { radarRoutes } from './radar-routes.ts';
import { repliesRoute } from './replies-route.ts';
import { reportsRoutes } from './reports-routes.ts';
import { revealRoute } from './reveal-route.ts';
import { sayRoute } from './say-route.ts';
import { settingsRoutes } from './settings-routes.ts';
import { stepRoutes } from './step-routes.ts';
import { talkRoute } from './talk-route.ts';
import { talksRoute } from './talks-route.ts';
import { wallRoute } from './wall-route.ts';
import type { Work } from './work.ts';

/** What agents do with conversations, for those who are signed in. */
export function workRoutes(scope: Http, work: Work): void {
  scope.register(async (own: Http) => {
    // Editors have no business with what people say.
    own.addHook('onRequest', allow('agent', 'supervisor'));
    queueRoute(own, work);
    talksRoute(own, work);
    talkRoute(own, work);
    historyRoute(own, work);
    caseRoute(own, work);
    presenceRoute(own, work);
    stepRoutes(own, work);
    sayRoute(own, work);
    noteRoutes(own, work);
    attentionRoutes(own, work);
    revealRoute(own, work);
    repliesRoute(own, work);
    pictureRoute(own, work);
    eventsRoute(own, work);
    reportsRoutes(own, work);
    wallRoute(own, work);
    assignRoute(own, work);
    alertsRoute(own, work);
    handoverRoute(own, work);
    radarRoutes(own, work);
  });
  settingsRoutes(scope, work);
}
