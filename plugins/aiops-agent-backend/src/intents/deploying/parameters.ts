import { z } from 'zod';

/** What can be said of an application that is to be deployed. */
export const deployApplicationParameters = z.object({
  app: z.string().optional().describe('The name of a blueprint'),
  name: z.string().optional().describe('What it is called'),
  environment: z
    .string()
    .optional()
    .describe('Where it lives; without one, one of its name is made with it'),
  team: z.string().optional().describe('The team that owns and pays for it'),
  tier: z
    .enum(['dev', 'test', 'staging', 'prod'])
    .optional()
    .describe('What the environment made with it is for'),
  access: z.string().optional().describe('team, company or public'),
  traffic: z.enum(['low', 'medium', 'high']).optional(),
  size: z.enum(['small', 'medium', 'large']).optional(),
  image: z.string().optional().describe('A container image'),
  port: z.number().optional().describe('The port that the image listens on'),
  host: z.string().optional().describe('Its address'),
  replicas: z.number().optional().describe('How many copies of it run'),
});

/** What was said, or filled in, of an application to be deployed. */
export type DeployApplicationParams = z.infer<
  typeof deployApplicationParameters
>;
