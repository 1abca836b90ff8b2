/** A Deployment with two containers. */
export const webDeployment = (image: string, more = '') => `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  replicas: 2
  selector: { matchLabels: { app: web } }
${more}
  template:
    metadata: { labels: { app: web } }
    spec:
      containers:
        - name: web
          image: ${image}
          ports: [{ containerPort: 80 }]
        - name: side
          image: redis:7
`;

/** A ConfigMap; the data as YAML. */
export const configMap = (name: string, data: string, more = '') => `
apiVersion: v1
kind: ConfigMap
metadata: { name: ${name}${more} }
data: ${data}
`;

/** A pod with one container and whatever else its spec and container have. */
export const pod = (name: string, container = '', spec = '') => `
apiVersion: v1
kind: Pod
metadata: { name: ${name}, labels: { app: ${name} } }
spec:
${spec}
  terminationGracePeriodSeconds: 1
  containers:
    - name: main
      image: nginx:1.27
${container}
`;

/** The annotation that makes a pod crash in the sandbox, where no program runs that could; elsewhere its command does. */
export const CRASHES = 'sandbox.aiops-portal.io/fault: crash';
