package org.otklik.dialogue;

import org.otklik.nlp.IntentCatalogue;

/** The intents that the dialogue itself knows; all others are constants of the skills that own them. */
public final class DialogueIntents {
    public static final String AFFIRM = "conversation.affirm";
    public static final String DENY = "conversation.deny";
    public static final String CANCEL = "conversation.cancel";
    public static final String CORRECT = "conversation.correct";
    public static final String UNDO = "conversation.undo";
    /** Says a name or an address, as a change of the stored one. */
    static final String INTRODUCE = "profile.update";

    /** Staff have something logged. */
    static final String LOG = "interactions.log";

    public static final String HUMAN = "conversation.human";
    /** Asked of the knowledge base, also when nothing else was understood. */
    public static final String ASK = "knowledge.ask";

    /** A one-time code came with the message. */
    public static final String SIGN_IN = "dialogue.sign_in";
    /** A code came with a command. */
    public static final String CODE = "dialogue.code";
    /** Staff have written by mail what was not understood. */
    public static final String NOT_UNDERSTOOD = "dialogue.not_understood";
    /** A message has failed for the last time. */
    public static final String GAVE_UP = "dialogue.gave_up";

    /** A member of staff writes to the visitor whose conversation they have taken. */
    public static final String FROM_STAFF = "dialogue.from_staff";
    /** A visitor writes to the member of staff who has taken the conversation. */
    public static final String TO_STAFF = "dialogue.to_staff";
    /** A word that only stops: what it stops depends on what is going on. */
    static final String STOP = "dialogue.stop";

    /** What was told back is right. */
    static final String RIGHT = "dialogue.right";
    /** Something of what was told back is wrong. */
    static final String FIX = "dialogue.fix";
    /** Which of several records a correction is about. */
    static final String AMEND = "dialogue.amend";
    /** Goes on with a form that was left. */
    static final String RESUME = "dialogue.resume";

    /** A pressed button that answers a slot; never said in words. */
    static final String ANSWER = "dialogue.answer";

    /** Which of two wishes was meant. */
    static final String MEANT = "dialogue.meant";

    /** What a recogniser has made of a voice message is what was said. */
    public static final String HEARD = "dialogue.heard";

    /** Shows an administrator what was not understood. */
    public static final String REVIEW = "learning.review";

    /** Stands for all intents that an organisation has of its own: an article answers them. */
    public static final String OWN = IntentCatalogue.OWN;

    /** A task is done. */
    static final String COMPLETE = "tasks.complete";

    private DialogueIntents() {}
}
