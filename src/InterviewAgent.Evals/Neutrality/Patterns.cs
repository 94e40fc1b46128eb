using System.Text.RegularExpressions;

namespace InterviewAgent.Evals.Neutrality;

/// <summary>
/// The metric's own reading of English, written from the definitions of praise, agreement, sympathy, interpretation and double
/// questions in textbooks of interviewing, and checked by eye on the public transcripts.
/// </summary>
internal static partial class Patterns
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;

    /// <summary>Asks without a question mark.</summary>
    [GeneratedRegex(@"^((please|and|so|then|now|thanks|thank you|noted|okay|ok|got it)[,.]? )*(please )?(tell me|walk me|describe|give me an example|take me through|help me understand|share (an|a|one|more)|say more|talk me through|say a (bit|little) more)\b|\b(i'd|i would|we'd) (love|like|be curious|be interested) to (hear|know|understand|learn)\b|\b(i'm|i am) (also )?(curious|interested|wondering) (about|how|what|if|whether|to)\b|^i('m| am)? ?wonder", Options)]
    public static partial Regex Request();

    /// <summary>
    /// One sentence that asks twice: a second interrogative after "and", or after a request and a dash. A question
    /// after a subordinate clause ("When you do that, what …") asks once; so does a choice ("do you …, or do you …").
    /// </summary>
    [GeneratedRegex(@"\b(what|how|which|who|where|why|do|does|did|are|is|can|could|would|have|has|tell me|describe)\b[^?]*\band,? (also )?(if so,? )?(what|how|which|who|where|why|when do|when did|do you|do they|does|did you|are you|are they|are there|is it|is there|have you|has it|would you|could you|can you|tell me)\b|^(tell me|walk me|describe)\b[^?]* [-–—] ?(what|how|which|who|where|why|do|does|did|are|is|can|could|would|have|has)\b", Options)]
    public static partial Regex TwoInOne();

    [GeneratedRegex(@"\b(that|this|it)('s| is| sounds like| seems like) (a|an|such an?|quite an?|really an?) [^.?!,]{0,40}\b(perspective|approach|point|example|way|insight|distinction|observation|strategy|balance|use|application|workflow|project|process|analogy|philosophy|mindset|setup|system|stance|attitude|method|practice|challenge|tension|clarification)\b|^(really |very |how )?(interesting|fascinating|great|good|impressive|nice|lovely) \w+|\b(that|this|it|what|those|these)('s| is| are|'re| was| sounds| seems| makes)( like)?( a| an| such a| quite a| really a)?( \w+ly| really| very| so| such| quite| particularly| pretty| super)*( a| an)? (great|good|excellent|fascinating|interesting|wonderful|impressive|insightful|valuable|helpful|thoughtful|smart|clever|compelling|amazing|fantastic|brilliant|perfect|useful|terrific|lovely|nice|remarkable|striking|powerful|important|practical|rich|vivid|nuanced|strategic|sensible|wise|creative|intriguing|illuminating|revealing|perceptive|astute|savvy|solid|neat|cool)\b( (point|example|insight|distinction|observation|approach|way|perspective|answer|use|question|strategy|balance|workflow|detail|description|picture|tension|challenge|idea|reflection|thought|take|shift|contrast|evolution|setup|system|process|framework|combination|dynamic|concern|aspect|analogy|metaphor|comparison|boundary|line|practice|context))?|^(great|excellent|wonderful|fantastic|perfect|amazing|brilliant|awesome|lovely|terrific|impressive|nice|good|fascinating|interesting|fair|wow)\b[^?]{0,40}[!.,]|\b(thank you|thanks)( so much| very much)? for (sharing|being so|such|your (honest|open|thoughtful|candid|insight|openness|honesty|candor|time|valuable|detailed|patience))|\bi (really )?(appreciate|love|like|admire)\b|\bwell (said|put|done)\b|\b(great|good|excellent|fair|interesting|fascinating|really|such an?|very) (point|example|insight|observation|question|distinction|job|work)\b", Options)]
    public static partial Regex Praise();

    /// <summary>Agreement, sympathy, and judgements of what was said.</summary>
    [GeneratedRegex(@"\b(makes|make) (a lot of |complete |total |perfect |so much |good |much |great )?sense\b|\b(absolutely|definitely|exactly|of course|certainly|totally|indeed)\b[!,.]|\b(you're|you are) (absolutely |quite |totally |so )?right\b|\bi (completely |totally |fully |can (certainly |definitely |really |totally )?|do )?(agree|understand|see why|imagine|relate|hear you)\b|\b(sorry|glad|happy|pleased|sad|delighted|encouraging|good|great) to (hear|know|see)\b|\bthat (must|sounds|can|could|would)( be| have been| feel| like)?( really| very| so| incredibly| quite)? ?(frustrating|difficult|tough|hard|challenging|stressful|annoying|exciting|rewarding|tricky|disappointing|overwhelming|satisfying|time-consuming|tedious|promising|ideal|productive|effective|efficient|efficiently)\b|\b(understandable|understandably|unfortunate(ly)?|fortunately|impressive|fascinating|insightful|valuable|frustrating|frustration must)\b|\bno wonder\b|\bthat('s| is) (true|right|fair|tough|hard|a shame|frustrating|challenging|understandable|exciting|encouraging|reassuring)\b|\b(really|particularly|especially|very|quite|so) (interesting|helpful|striking|important|impressive|useful)\b|\bi('m| am) (impressed|struck|fascinated|sorry|glad)\b|\b(what a|such a|quite a) \w+|\bstands out\b|\bhighlights?\b", Options)]
    public static partial Regex Judgement();

    /// <summary>Says what the respondent means, or what it shows.</summary>
    [GeneratedRegex(@"\b(sounds|seems|looks|feels|appears)( to me)? (like|as if|as though|that|you|to be|there's)\b|\b(it|that|this) (sounds|seems|appears)\b|\bso,? (you|your|it's|it is|what you|what i'm hearing|the|for you|in your|essentially|basically|rather than|there's)\b|\b(in other words|what i('m| am) hearing|if i understand|to summari[sz]e|you('re| are) saying|let me make sure|correct me if|i hear|i'm getting|i get the sense|i sense|i gather)\b|\b(suggests?|implies|indicates|reflects|reveals|shows|demonstrates|captures|illustrates|means that|speaks to|points to|underscores)\b|\byou (clearly|obviously|really|seem|appear|must|feel|want|value|prefer|care|believe|think|found|find)\b|\byou('ve| have) (clearly |really |found|developed|created|built|built up|established|managed|struck|learned|identified|discovered|come up|got|figured|described|touched|highlighted|raised|drawn|thought)\b|\byou('re| are) (\w+ly )?(\w+ing|concerned|worried|happy|frustrated|satisfied|comfortable|able|aware|careful|torn|clear)\b", Options)]
    public static partial Regex Interpretation();

    /// <summary>A reading of the respondent in front of the question: "Since you feel …, what …?"</summary>
    [GeneratedRegex(@"^(so,? )?(it (sounds|seems)|since you|given that|given your|considering (that|your|how)|because you|as you|so you)\b[^?]*\?|\bit (sounds|seems) like\b|^so,? (you|the|your|it's|is it)\b", Options)]
    public static partial Regex InterpretingLeadIn();

    /// <summary>A statement whose subject is what the respondent does or has.</summary>
    [GeneratedRegex(@"\b(you|your|you're|you've|yourself)\b|\b(that|this|the) (\w+ )?(balance|approach|distinction|tension|workflow|shift|combination|contrast|sense|kind of|idea|mix|way|concern|process)\b", Options)]
    public static partial Regex AboutYou();

    /// <summary>Only points at quoted words: You wrote "…".</summary>
    [GeneratedRegex(@"^((thanks|thank you|noted|okay|ok|understood|got it)[,.] )?you (wrote|said|used the words?|mentioned|put it)( earlier| before)?:? “…”[.,:]?$", Options)]
    public static partial Regex Quoting();

    /// <summary>Thanks for the answer, the procedure, the choices, the closing: not about what was said.</summary>
    [GeneratedRegex(@"^(thanks|thank you|noted|okay|ok)\b[^,]{0,40}[.!,]|\byou can (skip|stop|choose|change|delete|answer|write|leave|come back|decline|continue|type|tap)\b|\b(skip|stop|this link|the link|next question|last question|minutes?|interview|check-in|your (own )?(words|answers?|message|correction|sentences?)|recogni[sz]e you|question)\b|^(sorry, )?you covered that|^take your time", Options)]
    public static partial Regex Housekeeping();

    [GeneratedRegex(@"^((and|so|but|okay|ok|noted|thanks|thank you|well|now|then|also|if so)[,.]? )*(do|does|did|is|are|was|were|have|has|had|can|could|would|will|should|isn't|aren't|don't|doesn't|didn't|haven't|hasn't|wouldn't|couldn't|may|might)\b", Options)]
    public static partial Regex YesNo();
}
