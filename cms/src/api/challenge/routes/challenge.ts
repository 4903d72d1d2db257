import { factories } from '@strapi/strapi';

export default factories.createCoreRouter('api::challenge.challenge', {
  only: ['find', 'findOne'],
});
