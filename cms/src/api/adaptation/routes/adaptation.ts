import { factories } from '@strapi/strapi';

export default factories.createCoreRouter('api::adaptation.adaptation', {
  only: ['find', 'findOne'],
});
