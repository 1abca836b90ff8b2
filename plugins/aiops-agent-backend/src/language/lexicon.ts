/**
 * Words that mean the same in a portal, by the word that stands for them.
 * Those of several words are joined before the message is split.
 */
const SYNONYMS: Record<string, string> = {
  make: 'create,make,making,creating,build,generate,set up,setup,spin up,stand up,open up,bring up,fire up,kick off,start up,prepare,get me,get us,give me,give us,new,fresh,another,launch,spawn,establish,add,adding,provide,arrange,put up,order',
  need: 'need,needs,want,wants,wanna,would like,i’d like,i’d love,require,requires,looking for,could use,gonna need,going to need,after,must have,could do with,can i have,can we have,can we get,can i get,could i have,could we have,could we get,could i get',
  deploy:
    'deploy,deploying,install,installing,publish,host,hosting,ship,get up and running,bring online,put online',
  environment:
    'environment,environments,env,envs,enviroment,enviroments,namespace,namespaces,ns,workspace,sandbox,sandboxes,playground,playgrounds,space,spaces,xenv',
  app: 'app,apps,application,applications,web app,webapp,web application,service,services,container,program,microservice,backend,frontend,website,websites,site,web site,homepage,home page,landing page,blog,blogs,webpage,web page,page,pages,portal,tool,platform,shop,store,wiki,dashboard,intranet,forum,api,xapp',
  database:
    'database,databases,data base,data bases,db,dbs,sql,data store,datastore,relational database,xdb,xengine',
  cache:
    'cache,caches,caching,in-memory,key-value,key value store,session store,memory store,xcache',
  password:
    'password,passwords,passwd,pw,pwd,pass,credential,credentials,creds,cred,login,logins,log in,log into,log on,sign in,username,user name,secret,secrets,connection string,connection details,connection data,dsn,jdbc,access data,logon,passphrase,keys,login data,login details',
  cost: 'cost,dearer,pricey,costs,costing,price,prices,pricing,spend,spending,spent,pay,paying,paid,bill,bills,billing,invoice,expense,expenses,expensive,money,dollars,charge,charged,charges,budget,cheap,cheaper,cheapest,owe,expenditure,burn,burning,burned',
  quota:
    'quota,quotas,limit,limits,allowance,capacity,headroom,room,allowed,entitled,maximum,max,space left,room left,remaining,cap,allotment',
  request:
    'request,requests,requested,reqs,req,ticket,tickets,change request,change requests,xreq',
  cancel:
    'cancel,cancle,withdraw,abort,retract,take back,pull back,call off,never mind,nevermind,forget about,forget,no longer need,no longer needed,changed my mind,ditch,scratch,not needed any more,not needed anymore',
  show: 'show,list,display,view,see,give me the list of,overview,look up,print,tell me,which,what',
  status:
    'status,is it back up,xapp back up,xenv back up,xdb back up,are they back up,is it back yet,state,health,healthy,alive,online,ok,okay,fine,doing,all right,alright,in good shape,condition',
  delete:
    'delete,remove,destroy,tear down,get rid of,throw away,throw out,erase,wipe,decommission,purge,clean up,trash,uninstall,rm,nuke,bin,dispose of,can go,for good,forever,permanently,retire,dismantle,terminate,scrap,drop,undeploy,not needed,no longer needed,don’t need,obsolete,stopped using',
  help: 'help,guide,explain,teach,tutorial,documentation,docs,manual,examples,example,getting started,instructions,how do i,how do we,how can i,how can we,how to,how does,how would i,what is a,what are',
  approve:
    'approve,approved,approving,sign off,sign off on,agree,agreed,accept,accepted,green light,greenlight,lgtm,my ok,my approval,go through,let through,consent,authorise,thumbs up,ok for me,fine with me',
  reject:
    'reject,rejected,decline,declined,turn down,turned down,refuse,refused,deny,denied,veto,disapprove,say no,thumbs down,not approve,don’t approve,can’t approve,not approved',
  restart:
    'restart,reboot,bounce,recycle,reload,relaunch,rolling restart,turn it off and on,off and on again,start again,start anew,restarted',
  scale:
    'scale,scaling,scaled,scale up,scale down,scale out,scale in,copies,copy,replicas,instances,replica,instance,pods,pod,xfactor,double,triple,halve,horizontal',
  resize:
    'resize,ram,memory,mem,cpu,cpus,core,cores,vcpu,processor,xquantity,resources,bigger,smaller,stronger,vertical',
  backup:
    'backup,backups,back up,backed up,backing up,back-up,snapshot,snapshots,restore point,restore points,safety copy,save a copy,saved',
  restore:
    'restore,recover,recovery,get back,bring back,put back,rewind,reset,go back,roll back,rollback,revert,undo,return to,back to,downgrade,restored',
  access:
    'access,permission,permissions,rights,role,roles,member,members,privileges,allowed to,rbac,perms,viewer,admin,developer,admins,get into',
  grant:
    'grant,give,let,share,invite,permit,assign,onboard,authorize,authorise,allow,promote',
  revoke:
    'revoke,take away,take off,kick,kick out,strip,lock out,cut off,no longer have,shouldn’t have,should no longer,no more access,unshare,has left,left the company,doesn’t work here',
  logs: 'log,logs,log in the last,log in the past,log in the first,log lines,output,stack trace,traces,logfile,log file,stdout,tail,grep,logged,log entries',
  slow: 'slow,sluggish,laggy,latency,slower,takes forever,takes ages,takes so long,take so long,takes long,performance,slowness,slowly,crawling,lags,lag,speed,p95,p99,response time,response times,timeouts,hangs',
  crash:
    'crash,crashing,crashes,crashed,crashloop,crashlooping,crashloopbackoff,dies,dying,keeps failing,error,errors,failing,502,503,504,500,down,broken,offline,unreachable,not reachable,not working,doesn’t work,does not work,won’t start,doesn’t start,won’t load,doesn’t load,does not load,doesn’t open,won’t open,unavailable,outage,dead,fails,failed,wrong,oomkilled,stopped working,500s,502s,503s,terminates,unexpectedly,throws,throwing',
  sleep:
    'sleep,hibernate,pause,suspend,put to sleep,shut down,turn off,switch off,switched off,power down,freeze,park,halt,put on hold,mothball,idle,deactivate,on ice,stop',
  wake: 'wake,wake up,resume,unpause,reactivate,start again,turn back on,turn on,switch on,switch back on,switched on,back on,power up,unfreeze,bring back up,wakes,awake',
  extend:
    'extend,prolong,lengthen,renew,keep,longer,expire,expires,expiry,expiration,lifetime,ttl,hold on to,postpone,extension,another xduration,xduration more,xduration longer',
  usage:
    'usage,use,using,uses,used,utilization,utilisation,consumption,consume,consumes,consuming,load,busy,metrics,footprint,eats,eating,takes up',
  update:
    'update,upgrade,bump,new version,newest,latest,newer,release,version,roll out,tag,xversion,move to,most recent',
  expose:
    'expose,ingress,hostname,host name,domain,url,public address,web address,reachable at,from outside,from the internet,to the internet,outside world,external,publicly,dns,xhost,reachable,accessible,reach',
  rotate:
    'rotate,rotation,renew,regenerate,replace,reset,change,new password,invalidate,cycle,leaked,compromised',
  schedule:
    'schedule,scheduled,every,each,daily,nightly,weekly,hourly,monthly,automatic,automatically,regular,regularly,recurring,periodic,routine,xschedule',
  alert:
    'alert,alarm,warn,warning,notify,notification,tell me when,let me know when,let us know,inform,ping me,remind,heads up,exceeds,exceed,go over,goes over,pass,passes,above,threshold,inform me,tell me if,tell us',
  node: 'node,nodes,worker,workers,machine,machines,server,servers,hardware,hosts',
  cluster: 'cluster,kubernetes,k8s,control plane,infrastructure',
  vm: 'vm,vms,virtual machine,virtual machines,virtual server,load balancer,loadbalancer,volume,disk,hard disk,block storage,terraform,provision,provisioning',
  playbook:
    'playbook,ansible,ansible-playbook,patch,patches,patching,harden,hardening,security updates,playbooks',
  who: 'who,whose,which people,which users,everyone,everybody,anyone',
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
  'pls',
  'plz',
  'could',
  'can',
  'you',
  'would',
]);

const single = new Map<string, string>();
const phrases = new Map<string, string>();
/** How many words the longest phrase has that begins with a word. */
const longest = new Map<string, number>();
for (const [word, list] of Object.entries(SYNONYMS)) {
  for (const synonym of list.replace(/’/g, "'").split(',')) {
    const parts = synonym.split(' ');
    const map = parts.length > 1 ? phrases : single;
    if (!map.has(synonym)) {
      map.set(synonym, `c_${word}`);
    }
    longest.set(parts[0], Math.max(longest.get(parts[0]) ?? 1, parts.length));
  }
}

/** Each word of the lexicon, for spelling. */
export const lexiconWords: string[] = [...single.keys()];

/** Joins phrases of several words into the word that stands for them. */
export function joinPhrases(words: string[]): string[] {
  const joined: string[] = [];
  let at = 0;
  while (at < words.length) {
    let size = Math.min(longest.get(words[at]) ?? 1, words.length - at);
    let found: string | undefined;
    // The longest first, so that none is cut by a shorter one.
    for (; size > 1 && !found; size -= 1) {
      found = phrases.get(words.slice(at, at + size).join(' '));
    }
    joined.push(found ?? words[at]);
    at += found ? size + 1 : 1;
  }
  return joined;
}

/** The word that stands for this one; undefined where it carries nothing. */
export function meaningOf(word: string): string | undefined {
  return DROPPED.has(word) ? undefined : single.get(word) ?? word;
}
