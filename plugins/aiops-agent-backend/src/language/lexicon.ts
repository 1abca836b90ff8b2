/**
 * Words that mean the same in a portal, by the word that stands for them.
 * Those of several words are joined before the message is split.
 */
const SYNONYMS: Record<string, string> = {
  make: 'create,make,making,creating,build,generate,provision,provisioning,set up,setup,spin up,stand up,open up,bring up,fire up,kick off,start up,prepare,get me,get us,give me,give us,new,fresh,another,launch,spawn,establish,add,adding',
  need: 'need,needs,want,wants,wanna,would like,d like,require,requires,looking for,could use,gonna need,going to need,after',
  deploy:
    'deploy,deploying,install,installing,publish,host,hosting,roll out,ship,run,put up,release,get up and running,bring online,put online',
  environment:
    'environment,environments,env,envs,enviroment,enviroments,namespace,namespaces,workspace,sandbox,sandboxes,playground,playgrounds',
  website:
    'website,websites,site,web site,homepage,home page,landing page,blog,blogs,webpage,web page,page,pages,shop page',
  app: 'app,apps,application,applications,web app,webapp,web application,service,services,container,program,microservice,backend,frontend',
  database:
    'database,databases,db,dbs,sql,data store,datastore,relational database',
  cache:
    'cache,caches,caching,in-memory,key-value,key value store,session store,memory store',
  password:
    'password,passwords,passwd,pw,pwd,pass,credential,credentials,creds,cred,login,logins,log in,sign in,username,user name,secret,secrets,connection string,connection details,connection data,dsn,jdbc,access data,log on,logon,passphrase,keys',
  cost: 'cost,costs,costing,price,prices,pricing,spend,spending,spent,pay,paying,paid,bill,bills,billing,invoice,expense,expenses,expensive,money,dollars,charge,charged,charges,budget,cheap,cheaper,cheapest,owe',
  quota:
    'quota,quotas,limit,limits,allowance,capacity,headroom,room,allowed,entitled,maximum,max,space left,room left,remaining',
  request:
    'request,requests,requested,reqs,ticket,tickets,change request,change requests,approval,approvals',
  cancel:
    'cancel,cancle,withdraw,abort,retract,revoke,take back,pull back,call off,scrap,discard,drop,never mind,nevermind,forget about,forget,stop,no longer need,no longer needed,changed my mind,kill,undo,ditch,scratch',
  show: 'show,list,display,view,see,give me the list of,overview,look up,print,tell me,which,what',
  status:
    'status,state,health,healthy,doing,up,running,alive,online,ok,okay,fine,working,works,broken,problems,down,wrong',
  delete:
    'delete,remove,destroy,tear down,get rid of,throw away,erase,wipe,drop,decommission,purge,clean up,trash',
  help: 'help,guide,explain,teach,tutorial,documentation,docs,manual,examples,example,getting started,instructions',
  approve: 'approve,approved,sign off,agree,agreed,accept,accepted',
  reject: 'reject,rejected,decline,declined,turn down,turned down,refuse,deny',
  restart: 'restart,reboot,bounce,recycle,reload,kick',
  scale: 'scale,scale up,scale down,copies,replicas,instances,replica',
  backup: 'backup,backups,back up,snapshot,snapshots,restore',
  access: 'access,permission,permissions,rights,role,member,invite',
  logs: 'log,logs,log lines,output,stack trace,traces',
  slow: 'slow,sluggish,laggy,latency,slower,takes forever,takes ages,performance',
  crash:
    'crash,crashing,crashes,crashed,crashloop,crashlooping,dies,dying,keeps failing,error,errors,failing,502,503,500',
  please: 'please,pls,plz,kindly,thanks,thank you',
  we: 'we,i,us,me,my,our,mine,ours',
};

/** Words that carry nothing here. */
const DROPPED = new Set([
  'the',
  'a',
  'an',
  'please',
  'just',
  'really',
  'so',
  'hi',
  'hello',
  'hey',
  'uh',
  'um',
  'like',
  'kindly',
  'quickly',
  'asap',
  'now',
]);

const single = new Map<string, string>();
const phrases: Array<[pattern: RegExp, word: string]> = [];
for (const [word, list] of Object.entries(SYNONYMS)) {
  for (const synonym of list.split(',')) {
    if (synonym.includes(' ')) {
      phrases.push([new RegExp(`\\b${synonym}\\b`, 'gu'), `c_${word}`]);
    } else if (!single.has(synonym)) {
      single.set(synonym, `c_${word}`);
    }
  }
}
// The longest phrase first, so that none is cut by a shorter one.
phrases.sort((a, b) => b[0].source.length - a[0].source.length);

/** Each word of the lexicon, for spelling. */
export const lexiconWords: string[] = [...single.keys()];

/** Joins phrases of several words into the word that stands for them. */
export function joinPhrases(masked: string): string {
  return phrases.reduce(
    (text, [pattern, word]) => text.replace(pattern, word),
    masked,
  );
}

/** The word that stands for this one; undefined where it carries nothing. */
export function meaningOf(word: string): string | undefined {
  return DROPPED.has(word) ? undefined : single.get(word) ?? word;
}
